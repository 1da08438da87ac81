import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Secret } from '../../core/secrets/secret.ts';
import { type ReceivingBytes, readBody } from '../../http_server/read_body.ts';
import type { Log } from '../../log.ts';
import type { Metrics, WebhookOutcome } from '../../telemetry/metrics.ts';
import { createHintQueue, type HintQueue, type NoteAccountEvents } from './hint_queue.ts';
import { parseAccountEvent } from './parse_event.ts';
import { isSignature, isSignedWith } from './signature.ts';

export const WEBHOOK_PATH = '/stackone/webhook';

/** Far above any body that is documented: a dozen short fields. */
const BODY_LIMIT = 64_000;
const RECEIVING_LIMIT = 4_000_000;
/** Anybody can send requests to a public address: one line a minute is enough. */
const ONE_LINE_MS = 60_000;

export interface StackOneWebhook {
  /** Serves `POST /stackone/webhook`; everything else is 404. To be mounted under `/stackone/`; null without a secret. */
  readonly handle: RequestListener | null;
  /** From now on events are noted; before, StackOne is asked to try again. */
  listen(note: NoteAccountEvents): void;
  stop(): Promise<void>;
}

interface Options {
  /** The current one, and while it is replaced the other one too; without any there is nothing to receive. */
  readonly secrets: readonly Secret[];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly everyMs?: number;
}

/**
 * StackOne's platform webhooks about accounts. They are hints and nothing more: a body that is signed makes Greenroom read the
 * accounts once, and polling finds the same without it. So nothing is answered but that it arrived.
 */
export function createStackOneWebhook({ secrets, log, metrics, ...rest }: Options): StackOneWebhook {
  const receiving: ReceivingBytes = { held: 0, limit: RECEIVING_LIMIT };
  const noteRefusal = createRefusalLog(log);
  let queue: HintQueue | null = null;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: 401 | 413 | 503, outcome: WebhookOutcome): void => {
      metrics.stackoneWebhook(outcome);
      noteRefusal(outcome);
      response.writeHead(status, { connection: 'close' }).end();
    };
    const signature = request.headers['x-stackone-signature'];
    if (!isSignature(signature)) return refuse(401, 'no_signature');
    const read = await readBody(request, BODY_LIMIT, receiving);
    if (!read.ok) {
      if (read.error === 'cut') return;
      return refuse(read.error === 'busy' ? 503 : 413, read.error);
    }
    if (!isSignedWith(secrets, signature, read.value)) return refuse(401, 'wrong_signature');
    if (queue === null) return refuse(503, 'not_ready');
    const event = parseAccountEvent(read.value);
    if (event.ok) queue.add(event.value);
    else metrics.stackoneWebhook(event.error);
    // Signed, but not understood: sent again it would be the same.
    response.writeHead(200).end();
  }
  const handle: RequestListener = (request, response) => {
    const isOurs = request.method === 'POST' && request.url?.split('?', 1)[0] === WEBHOOK_PATH;
    if (isOurs) void serve(request, response);
    else response.writeHead(404, { connection: 'close' }).end();
  };
  return {
    handle: secrets.length === 0 ? null : handle,
    listen(note) {
      queue = createHintQueue(note, { log, metrics, ...rest });
    },
    stop: async () => queue?.stop(),
  };
}

/** Only what an operator can mend; the rest is counted. */
const wrongSignature =
  'Refused a webhook with a wrong signature. If StackOne sent it, compare STACKONE_WEBHOOK_SECRET with the secret of the webhook there';

function createRefusalLog(log: Log): (outcome: WebhookOutcome) => void {
  let loggedAt = Number.NEGATIVE_INFINITY;
  return (outcome) => {
    if (outcome !== 'wrong_signature' || Math.abs(performance.now() - loggedAt) < ONE_LINE_MS) return;
    loggedAt = performance.now();
    log.warn(wrongSignature);
  };
}
