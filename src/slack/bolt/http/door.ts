import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { Ok } from '../../../core/result.ts';
import type { Log } from '../../../log.ts';
import type { Line } from '../socket_line.ts';
import { acknowledgement } from './acknowledge.ts';
import { type Body, isSslCheck, parseBody, readBody } from './body.ts';
import { isNew, type Replays } from './replays.ts';
import { isSigned } from './signature.ts';

const BODY_LIMIT = 1_000_000;

export interface HttpDoor extends Line {
  readonly receiver: Receiver;
  /** Serves `POST /slack/events`; everything else is 404. To be mounted under `/slack/`. */
  readonly handle: RequestListener;
}

interface DoorOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly now?: () => number;
  /** Given in every process that serves people; without it a repeated request is carried out again, as Bolt's receiver does. */
  readonly replays?: Replays;
}

/**
 * Slack's requests over HTTP, without a server of its own. Bolt's HTTPReceiver would do; half of its time goes into a
 * signature check in which one comparison costs two more HMACs. Nothing passes here that Bolt's would refuse.
 */
export function createHttpDoor(options: DoorOptions): HttpDoor {
  let app: App | null = null;
  let isOpen = false;
  const receiver: Receiver = {
    init(given) {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  return {
    receiver,
    handle: (request, response) => {
      if (request.method !== 'POST' || request.url?.split('?', 1)[0] !== '/slack/events')
        refuse(response, 404);
      else void serve(options, app, request, response);
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

async function serve(
  options: DoorOptions,
  app: App | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { signingSecret, log, now = Date.now, replays } = options;
  const read = await readBody(request, BODY_LIMIT);
  if (!read.ok) return read.error === 'cut' ? undefined : refuse(response, 413);
  const { headers } = request;
  const contentType = headers['content-type'];
  if (isSslCheck(contentType, read.value)) return void response.writeHead(200).end();
  if (!isSigned(headers, read.value, signingSecret, now())) {
    log.warn('Refused a request that Slack has not signed just now');
    return refuse(response, 401);
  }
  const parsed = parseBody(contentType, read.value);
  if (!parsed.ok) return refuse(response, parsed.error === 'other_type' ? 415 : 400);
  if (parsed.value.type === 'url_verification') return verifyUrl(parsed.value, response);
  const signature = headerOf(headers['x-slack-signature']) ?? '';
  if (replays !== undefined && !isNew(replays, signature, parsed.value, now())) return refuse(response, 401);
  await handOver(app, parsed.value, request, response, log);
  if (response.statusCode !== 200) replays?.forget(signature);
}

function verifyUrl({ challenge }: Body, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge }));
}

async function handOver(
  app: App | null,
  body: Body,
  { headers }: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const ack = acknowledgement(response, () => log.error('A request was not acknowledged within 3 seconds'));
  const retryNum = Number.parseInt(headerOf(headers['x-slack-retry-num']) ?? '', 10);
  const retryReason = headerOf(headers['x-slack-retry-reason']);
  try {
    await app?.processEvent({
      body,
      ack,
      ...(Number.isNaN(retryNum) ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    });
  } catch (error) {
    // What a listener throws ends in `trouble.ts`; this is beyond it.
    log.error({ err: error }, 'A request failed, and so did telling the person');
    if (!response.headersSent) response.writeHead(500).end();
  }
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** Whoever is refused gets no second request on the same connection. */
function refuse(response: ServerResponse, status: 400 | 401 | 404 | 413 | 415): void {
  response.writeHead(status, { connection: 'close' }).end();
}
