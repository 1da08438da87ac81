import type { Secret } from '../core/secrets/secret.ts';
import type { HttpClient, Query } from '../http_client/http_client.ts';
import type { HttpOutcome, HttpReply } from '../http_client/http_outcome.ts';
import type { CoolDown } from './cool_down.ts';
import type { Refused, StackOneTrouble, Unavailable } from './stackone_types.ts';

export type StackOneResponse =
  | { readonly kind: 'json'; readonly json: unknown }
  /** StackOne does not know the path or the id (404), or refuses the request (any other 4xx). */
  | { readonly kind: 'rejected'; readonly status: number }
  | Refused
  | Unavailable;

export type FetchJson = (path: string, query: Query) => Promise<StackOneResponse>;

/** O16: after 60 s StackOne gives up with 408; without a `Retry-After` the same time is kept before the next call. */
const AFTER_408_MS = 60_000;

/** One GET with the key as Basic user and an empty password: the colon belongs to it. */
export function createFetchJson(client: HttpClient, key: Secret, coolDown: CoolDown): FetchJson {
  return async (path, query) => {
    const cooling = coolDown.current();
    if (cooling) return cooling;
    const authorization = `Basic ${Buffer.from(`${key.reveal()}:`).toString('base64')}`;
    const outcome = await client.get(path, { headers: { authorization }, query });
    const answer = answerOf(outcome);
    if (outcome.kind === 'reply' && answer.kind === 'unavailable') coolDown.begin(answer);
    return answer;
  };
}

export function answerOf(outcome: HttpOutcome): StackOneResponse {
  if (outcome.kind === 'reply') return answerOfReply(outcome);
  if (outcome.why === 'too_large') return unavailable('unexpected_reply');
  const why = outcome.why === 'circuit_open' ? (outcome.because ?? 'network') : outcome.why;
  return unavailable(why, outcome.retryAfterMs);
}

function answerOfReply({ status, json, retryAfterMs }: HttpReply): StackOneResponse {
  if (status === 401 || status === 403) return { kind: 'refused', status };
  if (status === 408) return unavailable('timeout', retryAfterMs ?? AFTER_408_MS);
  if (status === 429) return unavailable('rate_limited', retryAfterMs);
  if (status >= 500) return unavailable('server_error', retryAfterMs);
  if (status >= 400) return { kind: 'rejected', status };
  if (status >= 300) return unavailable('unexpected_reply');
  return json === null ? unavailable('not_json') : { kind: 'json', json };
}

export function unavailable(why: StackOneTrouble, retryAfterMs?: number): Unavailable {
  return { kind: 'unavailable', why, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
