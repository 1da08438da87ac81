import { z } from 'zod';
import type { OutsideOutcome } from '../outside/outcome.ts';
import type { InconclusiveReason, ProbeVerdict } from './verdict.ts';

/** facts: the token endpoint refuses with flat JSON words; the documented 47xx numbers are not in the body. */
const words = z.object({ error: z.string().catch(''), reason: z.string().catch('') });

/** The token in a reply that should not have carried one. */
export function tokenIn(outcome: OutsideOutcome): string | undefined {
  const json = outcome.kind === 'reply' ? outcome.json : null;
  if (typeof json !== 'object' || json === null || !('access_token' in json)) return undefined;
  return typeof json.access_token === 'string' && json.access_token !== '' ? json.access_token : undefined;
}

/** What Zoom's answer to the probe says about the pair. Anything that is not known word for word is inconclusive. */
export function classifyProbe(outcome: OutsideOutcome): ProbeVerdict {
  if (outcome.kind === 'unreachable') return inconclusive(unreachableReason(outcome), outcome.retryAfterMs);
  const { status, json, retryAfterMs } = outcome;
  if (tokenIn(outcome) !== undefined) return inconclusive('token_issued');
  if (status === 429) return inconclusive('rate_limited', retryAfterMs);
  if (status === 408) return inconclusive('timeout', retryAfterMs);
  if (status >= 500) return inconclusive('server_error', retryAfterMs);
  const said = words.safeParse(json);
  if (!said.success) return inconclusive(json === null ? 'not_json' : 'unexpected_reply', retryAfterMs);
  // facts: 400 in every first-hand report, 401 in the documents; no other status was seen with these words.
  if (status !== 400 && status !== 401) return inconclusive('unexpected_reply', retryAfterMs);
  return classifyWords(said.data.error.trim().toLowerCase(), said.data.reason.trim().toLowerCase());
}

function classifyWords(error: string, reason: string): ProbeVerdict {
  if (error === 'invalid_client') {
    if (reason.includes('disabled')) return { verdict: 'disabled', reason: 'app_disabled' };
    const aboutThePair = reason === '' || reason.includes('client_id');
    return aboutThePair ? { verdict: 'refused', reason: 'invalid_client' } : inconclusive('unexpected_reply');
  }
  // facts: `invalid_grant` today, `invalid_request` in 2020; in 2022 the code was appended to the reason.
  const codeRefused = error === 'invalid_grant' || error === 'invalid_request';
  if (codeRefused && reason.startsWith('invalid authorization code')) {
    return { verdict: 'accepted', reason: 'code_refused' };
  }
  if (error === 'unsupported_grant_type') return inconclusive('unsupported_grant');
  // Documented as 4709, its live wording unknown.
  if (codeRefused && reason.includes('redirect')) return inconclusive('redirect_mismatch');
  return inconclusive('unexpected_reply');
}

function unreachableReason(outcome: Extract<OutsideOutcome, { kind: 'unreachable' }>): InconclusiveReason {
  if (outcome.why === 'too_large') return 'unexpected_reply';
  return outcome.why === 'circuit_open' ? (outcome.because ?? 'network') : outcome.why;
}

function inconclusive(reason: InconclusiveReason, retryAfterMs?: number): ProbeVerdict {
  return { verdict: 'inconclusive', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
