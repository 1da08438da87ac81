import { z } from 'zod';
import type { HttpOutcome } from '../http_client/http_outcome.ts';
import type { InconclusiveReason, ProbeVerdict } from './probe_verdict.ts';

/** Z1: the token endpoint refuses with flat JSON words; the documented 47xx numbers are not in the body. */
const words = z.object({
  error: z.string().catch(''),
  reason: z.string().optional().catch(undefined),
  // RFC 6749's name for it, in case Zoom follows it one day.
  error_description: z.string().optional().catch(undefined),
});

/** The token in a reply that should not have carried one. */
export function tokenIn(outcome: HttpOutcome): string | undefined {
  const json = outcome.kind === 'reply' ? outcome.json : null;
  if (typeof json !== 'object' || json === null || !('access_token' in json)) return undefined;
  return typeof json.access_token === 'string' && json.access_token !== '' ? json.access_token : undefined;
}

/** What Zoom's answer to the probe says about the pair. Anything that is not known word for word is inconclusive. */
export function classifyProbe(outcome: HttpOutcome): ProbeVerdict {
  if (outcome.kind === 'unreachable') return inconclusive(unreachableReason(outcome), outcome.retryAfterMs);
  const { status, json, retryAfterMs } = outcome;
  if (tokenIn(outcome) !== undefined) return inconclusive('token_issued');
  if (status === 429) return inconclusive('rate_limited', retryAfterMs);
  if (status === 408) return inconclusive('timeout', retryAfterMs);
  if (status >= 500) return inconclusive('server_error', retryAfterMs);
  const said = words.safeParse(json);
  if (!said.success) return inconclusive(json === null ? 'not_json' : 'unexpected_reply', retryAfterMs);
  // Z2: 400 in every first-hand report, 401 in the documents; no other status was seen with these words.
  if (status !== 400 && status !== 401) return inconclusive('unexpected_reply', retryAfterMs);
  const { error, reason, error_description } = said.data;
  return classifyWords(plain(error), plain(reason ?? error_description ?? ''));
}

interface Known {
  readonly errors: readonly string[];
  readonly reason: (reason: string) => boolean;
  readonly verdict: ProbeVerdict;
}

const refused: ProbeVerdict = { verdict: 'refused', reason: 'invalid_client' };
const anyReason = (): boolean => true;
const begins = (words: string) => (reason: string) => reason.startsWith(words);
const has = (word: string) => (reason: string) => reason.includes(word);

/**
 * What is known, the first line that fits counts; `reason` as `plain` makes it.
 * Z6: Zoom's table of OAuth error messages (4702 and 4704, 4705, 4706, 4709, 4717) and what was seen live.
 */
const known: readonly Known[] = [
  {
    errors: ['invalid client'],
    reason: has('disabled'),
    verdict: { verdict: 'disabled', reason: 'app_disabled' },
  },
  // Nobody sent it without: something on the way took the header, which says nothing about the pair.
  { errors: ['invalid client'], reason: has('missing'), verdict: inconclusive('unexpected_reply') },
  { errors: ['invalid client'], reason: (reason) => reason === '', verdict: refused },
  { errors: ['invalid client'], reason: begins('invalid client'), verdict: refused },
  { errors: ['invalid client'], reason: has('client id'), verdict: refused },
  // `invalid_grant` today, `invalid_request` in 2020; in 2022 the code was appended to the reason.
  {
    errors: ['invalid grant', 'invalid request'],
    reason: begins('invalid authorization code'),
    verdict: { verdict: 'accepted', reason: 'code_refused' },
  },
  // Documented as 4709, its live form unknown.
  {
    errors: ['invalid grant', 'invalid request', 'redirect uri mismatch'],
    reason: has('redirect'),
    verdict: inconclusive('redirect_mismatch'),
  },
  { errors: ['redirect uri mismatch'], reason: anyReason, verdict: inconclusive('redirect_mismatch') },
  { errors: ['unsupported grant type'], reason: anyReason, verdict: inconclusive('unsupported_grant') },
  {
    errors: ['invalid grant', 'invalid request'],
    reason: begins('grant type is not supported'),
    verdict: inconclusive('unsupported_grant'),
  },
];

function classifyWords(error: string, reason: string): ProbeVerdict {
  const line = known.find((one) => one.errors.includes(error) && one.reason(reason));
  return line?.verdict ?? inconclusive('unexpected_reply');
}

/** Case, underscores and blanks make no difference: `Client ID`, `client_id`. */
function plain(sent: string): string {
  return sent.replace(/[_\s]/g, ' ').split(' ').filter(Boolean).join(' ').toLowerCase();
}

function unreachableReason(outcome: Extract<HttpOutcome, { kind: 'unreachable' }>): InconclusiveReason {
  if (outcome.why === 'too_large') return 'unexpected_reply';
  return outcome.why === 'circuit_open' ? (outcome.because ?? 'network') : outcome.why;
}

function inconclusive(reason: InconclusiveReason, retryAfterMs?: number): ProbeVerdict {
  return { verdict: 'inconclusive', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
