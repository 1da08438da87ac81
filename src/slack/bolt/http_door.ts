import type { RequestListener } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { Ok } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import { slackLogger } from '../../log.ts';
import type { Line } from './socket_line.ts';

/** Slack's own window for timestamps that are too old; ours for those from the future. */
const WINDOW_S = 5 * 60;
const BODY_LIMIT = 1_000_000;

export interface HttpDoor extends Line {
  readonly receiver: HTTPReceiver;
  /** Serves `POST /slack/events`; everything else is 404. To be mounted under `/slack/`. */
  readonly handle: RequestListener;
}

/** Slack's requests over HTTP, without a server of its own. */
export function createHttpDoor(options: {
  readonly signingSecret: string;
  readonly log: Log;
  readonly now?: () => number;
}): HttpDoor {
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    logger: slackLogger(options.log),
    bodyLimit: BODY_LIMIT,
  });
  const now = options.now ?? Date.now;
  let isOpen = false;
  return {
    receiver,
    handle: (request, response) => {
      // T10: Bolt believes a timestamp from the future; the signature covers it, so it can be judged before.
      if (isFromFuture(request.headers['x-slack-request-timestamp'], now())) {
        response.writeHead(401).end();
        return;
      }
      try {
        receiver.requestListener(request, response);
      } catch {
        // Bolt's way of saying that the path is none of its own.
        response.writeHead(404).end();
      }
    },
    isOpen: () => isOpen,
    async open() {
      isOpen = true;
      return Ok(undefined);
    },
    async close() {
      isOpen = false;
    },
  };
}

function isFromFuture(timestamp: string | string[] | undefined, nowMs: number): boolean {
  return Number(timestamp) > nowMs / 1_000 + WINDOW_S;
}
