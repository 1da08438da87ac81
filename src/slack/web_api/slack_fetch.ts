import type { FetchFunction } from '@slack/web-api';
import { request } from 'undici';
import { wellFormed } from '../../core/text/well_formed.ts';
import type { Outbound } from '../../http_client/outbound.ts';

/** More calls than this at once wait for a free connection instead of opening another. */
const CONNECTIONS = 50;
/** In bytes. Slack's largest answers, pages of a channel's history, are far below. */
const LARGEST_ANSWER = 10_000_000;

/**
 * `fetch` as far as Slack's SDK uses it, on undici's `request`: a fifth of the work, connections that are kept, and never longer than
 * `timeoutMs`, because Bolt's `respond` sets no limit of its own. It fails as fetch does: a TypeError that names its cause.
 */
export function createSlackFetch(timeoutMs: number, outbound: Outbound): FetchFunction {
  const dispatcher = outbound.createDispatcher({ connections: CONNECTIONS, maxResponseSize: LARGEST_ANSWER });
  return async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
    if (body !== undefined && typeof body !== 'string') throw new TypeError('only text can be sent to Slack');
    const limit = signal ?? AbortSignal.timeout(timeoutMs);
    const sent = { method, headers, body: body ?? null, signal: limit, dispatcher };
    const reply = await request(url, sent).catch(failure('fetch failed', limit));
    if (reply.statusCode >= 300 && reply.statusCode < 400) {
      await reply.body.dump();
      throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    }
    // Always read, so that the connection becomes free again; a failure is thrown to the caller that reads the body.
    const text = reply.body.text().catch(failure('terminated', limit));
    text.catch(() => {});
    return {
      ok: reply.statusCode >= 200 && reply.statusCode < 300,
      status: reply.statusCode,
      statusText: reply.statusText,
      url: String(url),
      headers: new Headers(Object.entries(reply.headers).map(([name, value]) => [name, String(value)])),
      text: () => text,
      json: async () => wellFormed(JSON.parse(await text)),
      arrayBuffer: async () => new TextEncoder().encode(await text).buffer,
    };
  };
}

function failure(words: string, limit: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (limit.aborted) throw limit.reason;
    throw new TypeError(words, { cause: error });
  };
}
