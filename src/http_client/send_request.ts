import { type Dispatcher, errors, request } from 'undici';
import type { Clock } from '../core/clock.ts';
import { cutWhole } from '../core/text/cut.ts';
import { wellFormed, wellFormedText } from '../core/text/well_formed.ts';
import { Deadline } from './deadline.ts';
import type { HttpOutcome, Unreachable } from './http_outcome.ts';
import { ProxyError } from './proxy/proxy_error.ts';
import { parseRetryAfter } from './retry_after.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Wire {
  readonly dispatcher: Dispatcher;
  /** For the whole call, from connecting to the last byte of the body. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** How much of a body that is not JSON is kept. */
const TEXT_KEPT = 2_000;

/** One call over undici. Redirects are answers like any other: a credential never follows one. */
export async function send(wire: Wire, call: Call): Promise<HttpOutcome> {
  const deadline = new Deadline(wire.timeoutMs);
  try {
    const reply = await request(call.url, {
      dispatcher: wire.dispatcher,
      method: call.method,
      headers: call.headers,
      body: call.body ?? null,
      signal: deadline,
    });
    const body = await reply.body.text();
    const headers = flatten(reply.headers);
    const retryAfterMs = parseRetryAfter(headers['retry-after'], wire.clock.now());
    return {
      kind: 'reply',
      status: reply.statusCode,
      headers,
      json: parseJson(body),
      text: cutWhole(wellFormedText(body), TEXT_KEPT),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  } catch (error) {
    return { kind: 'unreachable', why: whyOf(error) };
  } finally {
    deadline.end();
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function parseJson(body: string): unknown {
  try {
    return wellFormed(JSON.parse(body));
  } catch {
    return null;
  }
}

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** A mistake of ours (a malformed call) is no failure of the host or the network: it is thrown. */
function whyOf(error: unknown): Unreachable['why'] {
  const ours = error instanceof errors.InvalidArgumentError || error instanceof TypeError;
  if (ours || !(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return 'timeout';
  if (error instanceof ProxyError) return error.timedOut ? 'timeout' : 'network';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too_large';
  if (code !== undefined && TIMEOUTS.has(code)) return 'timeout';
  return 'network';
}
