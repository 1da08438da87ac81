import type { ServerResponse } from 'node:http';
import { type AckFn, ReceiverMultipleAckError } from '@slack/bolt';

/** Slack stops waiting after 3 s; Bolt's own receiver then says 404, and so do we. */
const PATIENCE_MS = 3_001;

/** The one acknowledgement of a request: empty, a text, or JSON. A second one throws; so does one that comes too late. */
export function acknowledgement(response: ServerResponse, missed: () => void): AckFn<unknown> {
  let isAcknowledged = false;
  const patience = setTimeout(() => {
    if (response.headersSent) return;
    missed();
    response.writeHead(404).end();
  }, PATIENCE_MS);
  return async (content) => {
    if (isAcknowledged) throw new ReceiverMultipleAckError();
    isAcknowledged = true;
    clearTimeout(patience);
    if (response.headersSent) throw new Error('Slack was no longer waiting for this acknowledgement');
    if (!content) response.writeHead(200).end();
    else if (typeof content === 'string') response.writeHead(200).end(content);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  };
}
