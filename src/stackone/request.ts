import { z } from 'zod';
import type { Secret } from '../core/secrets/secret.ts';
import { cutWhole } from '../core/text/cut.ts';
import type { HttpClient, Query } from '../http_client/http_client.ts';
import type { HttpOutcome, HttpReply } from '../http_client/http_outcome.ts';
import type { CoolDown } from './cool_down.ts';
import { plainText } from './schema.ts';
import type { Refused, Unavailable, UnavailableWhy } from './stackone_types.ts';

export type StackOneResponse =
  | { readonly kind: 'json'; readonly json: unknown }
  /** StackOne does not know the path or the id (404), or refuses the request (any other 4xx). */
  | {
      readonly kind: 'rejected';
      readonly status: number;
      /** StackOne's own words; empty when it sent none. */
      readonly message: string;
    }
  | Refused
  | Unavailable;

export type FetchJson = (path: string, query: Query) => Promise<StackOneResponse>;
/** One POST, never repeated: after an unclear end nobody knows whether it was done. */
export type PostJson = (path: string, body: object) => Promise<StackOneResponse>;

/** O16: after 60 s StackOne gives up with 408; without a `Retry-After` the same time is kept before the next call. */
const AFTER_408_MS = 60_000;
/** Of StackOne's words about a request that it rejects. */
const LONGEST_MESSAGE = 500;

/** Calls with the key as Basic user and an empty password: the colon belongs to it. */
export function createRequests(
  client: HttpClient,
  key: Secret,
  coolDown: CoolDown,
): { readonly fetchJson: FetchJson; readonly postJson: PostJson } {
  type Headers = Record<string, string>;
  const call = async (send: (headers: Headers) => Promise<HttpOutcome>): Promise<StackOneResponse> => {
    const cooling = coolDown.current();
    if (cooling) return cooling;
    const outcome = await send({
      authorization: `Basic ${Buffer.from(`${key.reveal()}:`).toString('base64')}`,
    });
    const answer = answerOf(outcome);
    if (outcome.kind === 'reply' && answer.kind === 'unavailable') coolDown.begin(answer);
    return answer;
  };
  return {
    fetchJson: (path, query) => call((headers) => client.get(path, { headers, query })),
    postJson: (path, body) => call((headers) => client.postJson(path, { headers, body })),
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
  if (status >= 400) return { kind: 'rejected', status, message: messageIn(json) };
  if (status >= 300) return unavailable('unexpected_reply');
  return json === null ? unavailable('not_json') : { kind: 'json', json };
}

export function unavailable(why: UnavailableWhy, retryAfterMs?: number): Unavailable {
  return { kind: 'unavailable', why, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

const rejection = z.object({ message: z.union([plainText, z.array(plainText)]) });

/** StackOne sends one text; the framework that its errors look like sends a list of them for a body with several faults. */
function messageIn(json: unknown): string {
  const { message = '' } = rejection.safeParse(json).data ?? {};
  return cutWhole(typeof message === 'string' ? message : message.join('; '), LONGEST_MESSAGE);
}
