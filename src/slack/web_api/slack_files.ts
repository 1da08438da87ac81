import type { FetchFunction, WebClient } from '@slack/web-api';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Outbound } from '../../http_client/outbound.ts';
import type { Log } from '../../log.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { measuredFetch } from './measured_fetch.ts';
import { createSlackFetch } from './slack_fetch.ts';
import { onlyToSlack } from './slack_hosts.ts';
import { createDeliveryClient } from './web_clients.ts';

const TIMEOUT_MS = 15_000;
/** Of a file that is read, in UTF-16 units. */
const LONGEST_FILE = 1_000_000;

/** What sending and reading files needs of Slack. The SDK's own upload sends a form, which its `fetch` of ours does not take. */
export interface SlackFiles {
  /** One try each; a rate limit is an error. */
  readonly client: WebClient;
  /** Sends the content to the address that `files.getUploadURLExternal` named; false when Slack does not take it. */
  upload(url: string, text: string): Promise<boolean>;
  /** The text at a file's `url_private`. */
  read(url: string): Promise<Result<string, 'unreadable' | 'too_long'>>;
}

export interface FilesOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly outbound: Outbound;
}

export function createSlackFiles({ token, apiUrl, ...rest }: FilesOptions): SlackFiles {
  const { log, telemetry, outbound } = rest;
  const call = onlyToSlack(apiUrl, measuredFetch(telemetry, createSlackFetch(TIMEOUT_MS, outbound)));
  return {
    client: createDeliveryClient(token, apiUrl, log, telemetry, outbound),
    async upload(url, text) {
      const headers = { 'content-type': 'application/octet-stream' };
      return (await call(url, { method: 'POST', headers, body: text })).ok;
    },
    read: (url) => readFile(call, url, token),
  };
}

/** Slack answers a token that may not read a file with a redirect to its login page, which is not followed. */
async function readFile(
  call: FetchFunction,
  url: string,
  token: string,
): Promise<Result<string, 'unreadable' | 'too_long'>> {
  try {
    const reply = await call(url, { method: 'GET', headers: { authorization: `Bearer ${token}` } });
    if (!reply.ok) return Err('unreadable');
    const text = await reply.text();
    return text.length > LONGEST_FILE ? Err('too_long') : Ok(text);
  } catch {
    return Err('unreadable');
  }
}
