import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { Ok } from '../../../core/result.ts';
import { type ReceivingBytes, readBody } from '../../../http_server/read_body.ts';
import type { Log } from '../../../log.ts';
import { type Metrics, noMetrics, type RefusedRequest } from '../../../telemetry/metrics.ts';
import { MalformedRequest } from '../../requests/malformed_request.ts';
import type { Connection } from '../socket_connection.ts';
import { acknowledgement } from './acknowledgement.ts';
import { judgeHead } from './judge_head.ts';
import { type Body, isSslCheck, parseBody } from './parse_body.ts';
import { createRefusals } from './rejected_requests.ts';
import { isNew, type Replays } from './replays.ts';
import { isSigned } from './signature.ts';

const BODY_LIMIT = 1_000_000;
/** A burst of Slack's requests is a few hundred kB; many slow senders are refused before memory runs out. */
const RECEIVING_LIMIT = 32_000_000;

export interface HttpReceiver extends Connection {
  readonly receiver: Receiver;
  /** Serves `POST /slack/events`; everything else is 404. To be mounted under `/slack/`. */
  readonly handle: RequestListener;
}

interface ReceiverOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly now?: () => number;
  /** Set in every process that serves people; without it a repeated request is handled again, as in Bolt's receiver. */
  readonly replays?: Replays;
}

/**
 * Slack's requests over HTTP, without a server of its own. Bolt's HTTPReceiver would do; half of its time goes into a
 * signature check in which one comparison costs two more HMACs, and it reads bodies before it looks at the headers.
 * Every request that Bolt's would refuse is refused here too.
 */
export function createHttpReceiver(options: ReceiverOptions): HttpReceiver {
  const { signingSecret, log, metrics = noMetrics, now = Date.now } = options;
  const receiverState: ReceiverState = {
    app: null,
    signingSecret,
    log,
    now,
    receiving: { held: 0, limit: RECEIVING_LIMIT },
    replays: options.replays ?? null,
    noteRefusal: createRefusals(log, metrics, now),
    refused: new WeakSet(),
  };
  let isOpen = false;
  const receiver: Receiver = {
    init(given) {
      receiverState.app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  return {
    receiver,
    handle: (request, response) => {
      // Sent after a refused one before the connection was closed: it cannot be answered any more.
      if (receiverState.refused.has(request.socket)) return;
      if (request.method !== 'POST' || request.url?.split('?', 1)[0] !== '/slack/events')
        refuse(receiverState, response, 404);
      else void serve(receiverState, request, response);
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

interface ReceiverState {
  app: App | null;
  readonly signingSecret: string;
  readonly log: Log;
  readonly now: () => number;
  readonly receiving: ReceivingBytes;
  readonly replays: Replays | null;
  readonly noteRefusal: (reason: RefusedRequest, details?: Readonly<Record<string, unknown>>) => void;
  /** Connections whose sender was refused. */
  readonly refused: WeakSet<object>;
}

async function serve(
  receiverState: ReceiverState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuseFor = (status: RefusedStatus, reason: RefusedRequest, details = {}): void => {
    receiverState.noteRefusal(reason, details);
    refuse(receiverState, response, status);
  };
  const head = judgeHead(request.headers, receiverState.now());
  if (!head.ok) {
    const { status, reason, ...details } = head.error;
    return refuseFor(status, reason, details);
  }
  const read = await readBody(request, BODY_LIMIT, receiverState.receiving);
  if (!read.ok) {
    if (read.error === 'cut') return;
    return refuseFor(read.error === 'busy' ? 503 : 413, read.error);
  }
  const contentType = request.headers['content-type'];
  if (isSslCheck(contentType, read.value)) return void response.writeHead(200).end();
  if (head.value.kind === 'unsigned') return refuseFor(401, 'no_signature');
  if (!isSigned(head.value, read.value, receiverState.signingSecret))
    return refuseFor(401, 'wrong_signature');
  const parsed = parseBody(contentType, read.value);
  if (!parsed.ok) return refuseFor(400, 'malformed');
  if (parsed.value.type === 'url_verification') return verifyUrl(parsed.value, response);
  const { signature } = head.value;
  const { replays } = receiverState;
  if (replays !== null && !isNew(replays, signature, parsed.value, receiverState.now()))
    return refuseFor(401, 'replayed');
  await handOver(receiverState, parsed.value, request, response);
  if (response.statusCode !== 200) replays?.forget(signature);
}

function verifyUrl({ challenge }: Body, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ challenge }));
}

async function handOver(
  receiverState: ReceiverState,
  body: Body,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { app, log, noteRefusal } = receiverState;
  const ack = acknowledgement(response, () => log.error('A request was not acknowledged within 3 seconds'));
  const retryNum = Number.parseInt(headerOf(headers['x-slack-retry-num']) ?? '', 10);
  const retryReason = headerOf(headers['x-slack-retry-reason']);
  try {
    await app?.processEvent({
      body,
      ack: ack.acknowledge,
      ...(Number.isNaN(retryNum) ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    });
  } catch (error) {
    ack.giveUp();
    if (error instanceof MalformedRequest) {
      noteRefusal('malformed', { what: error.what });
      return refuse(receiverState, response, 400);
    }
    // Errors of handlers are handled in `error_handler.ts`; this is for errors outside of them.
    log.error({ err: error }, 'A request failed, and so did telling the person');
    if (!response.headersSent) response.writeHead(500).end();
  }
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

type RefusedStatus = 400 | 401 | 404 | 413 | 415 | 503;

/** After a refused request its connection is closed. */
function refuse({ refused }: ReceiverState, response: ServerResponse, status: RefusedStatus): void {
  refused.add(response.req.socket);
  if (!response.headersSent) response.writeHead(status, { connection: 'close' }).end();
}
