import type { ServerResponse } from 'node:http';
import { type AckFn, ReceiverMultipleAckError } from '@slack/bolt';
import { memoizeByObject } from '../../../concurrency/memoize.ts';

/** Slack stops waiting after 3 s; Bolt's own receiver then says 404, and so do we. */
const TIMEOUT_MS = 3_001;

export interface HttpAcknowledgement {
  /** Sends the acknowledgement: empty, a text, or JSON. A second one throws; so does one that comes too late. */
  readonly acknowledge: AckFn<unknown>;
  /** The request is answered in another way: nothing is missed any more. */
  giveUp(): void;
}

/** The one acknowledgement of a request; `missed` is called when there was none within Slack's 3 s. */
export function acknowledgement(response: ServerResponse, missed: () => void): HttpAcknowledgement {
  let isAcknowledged = false;
  const timer = setTimeout(() => {
    if (response.headersSent) return;
    missed();
    response.writeHead(404).end();
  }, TIMEOUT_MS);
  const acknowledge: AckFn<unknown> = async (content) => {
    if (isAcknowledged) throw new ReceiverMultipleAckError();
    isAcknowledged = true;
    clearTimeout(timer);
    if (response.headersSent) throw new Error('Slack was no longer waiting for this acknowledgement');
    if (!content) reply(response, '', {});
    else if (typeof content === 'string') reply(response, content, {});
    else reply(response, typeof content === 'object' ? jsonOf(content) : JSON.stringify(content), JSON_TYPE);
  };
  return { acknowledge, giveUp: () => clearTimeout(timer) };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const jsonOf = memoizeByObject((content: object) => JSON.stringify(content));

/** With its length: without one, Node sends each reply in chunks, with several writes. */
function reply(response: ServerResponse, text: string, headers: Readonly<Record<string, string>>): void {
  response.writeHead(200, { 'content-length': Buffer.byteLength(text), ...headers }).end(text);
}
