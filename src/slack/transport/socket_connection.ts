import type { Socket } from 'node:net';
import { SocketModeReceiver } from '@slack/bolt';
import type { Backoff } from '../../concurrency/backoff.ts';
import { retry } from '../../concurrency/retry.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Outbound } from '../../http_client/outbound.ts';
import type { Log } from '../../log.ts';
import { slackLogger } from '../../log.ts';
import { errorText } from '../web_api/connect_workspace.ts';
import { refusalOf, type TokenRefused } from '../web_api/refused_tokens.ts';
import { delayWith, slackBackoff } from '../web_api/slack_backoff.ts';
import { createSlackFetch } from '../web_api/slack_fetch.ts';

const HELLO_MS = 15_000;
const OPEN_TIMEOUT_MS = 10_000;
/** After a connection that held for this long the next one is opened without a delay. */
const HELD_MS = 5_000;
/** How long a stop waits for Slack to answer the close of the WebSocket. */
const CLOSE_MS = 2_000;

/** The way Slack reaches us. */
export interface Connection {
  /** Resolves when the first connection is open, or with a refusal that a retry will not change. */
  open(): Promise<Result<void, TokenRefused | 'aborted'>>;
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface SocketConnection extends Connection {
  readonly receiver: SocketModeReceiver;
}

/**
 * Socket Mode with our own reconnect. The SDK's waits 5 s after each refresh, in which commands fail (T4), and ends the process
 * when `apps.connections.open` fails (T3); so it is switched off and the connection is opened again here: at once after a
 * refresh, with a backoff while Slack is down.
 */
export function createSocketConnection(options: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly outbound: Outbound;
  readonly backoff?: Backoff;
}): SocketConnection {
  const { outbound, apiUrl } = options;
  const stopping = new AbortController();
  const raw = trackSockets();
  const proxy = outbound.proxyOf(apiUrl);
  // Of a connection that goes silent nobody knows whether Slack or the proxy is to blame: its lines name the proxy.
  const log = proxy === null ? options.log : options.log.child({ proxy });
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    dispatcher: outbound.createDispatcher({ onConnect: raw.track }),
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: OPEN_TIMEOUT_MS,
        fetch: createSlackFetch(OPEN_TIMEOUT_MS, outbound),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
  let isOpen = false;
  receiver.client.on('connected', () => {
    isOpen = true;
  });
  receiver.client.on('disconnected', () => {
    isOpen = false;
    // T19: with a dispatcher of ours the SDK leaves a WebSocket open whose peer never closes it.
    raw.destroy();
  });
  const keeping: Keeping = { ...options, log, receiver, failure: raw.failure, signal: stopping.signal };
  return {
    receiver,
    isOpen: () => isOpen,
    open: () => new Promise((opened) => void keepOpen(keeping, opened)),
    async close() {
      stopping.abort();
      const late = setTimeout(raw.destroy, CLOSE_MS);
      await receiver.client.disconnect();
      clearTimeout(late);
    },
  };
}

interface TrackedSockets {
  track(result: Socket | Error): void;
  /** Why the last try to connect failed: the SDK's own error does not say. */
  failure(): Error | null;
  destroy(): void;
}

function trackSockets(): TrackedSockets {
  const open = new Set<Socket>();
  let failure: Error | null = null;
  return {
    track(result) {
      failure = result instanceof Error ? result : null;
      if (result instanceof Error) return;
      open.add(result);
      result.once('close', () => open.delete(result));
    },
    failure: () => failure,
    destroy() {
      for (const socket of open) socket.destroy();
    },
  };
}

interface Keeping {
  readonly receiver: SocketModeReceiver;
  readonly failure: TrackedSockets['failure'];
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
}

async function keepOpen(keeping: Keeping, opened: (result: Opened) => void): Promise<void> {
  const { receiver, failure, log, signal, backoff = slackBackoff } = keeping;
  let everOpen = false;
  const hold = async () => {
    const { closed } = await open(receiver);
    everOpen = true;
    opened(Ok(undefined));
    if ((await closed) < HELD_MS) throw new ShortLived();
  };
  const delay = delayWith(backoff);
  while (!signal.aborted) {
    try {
      await retry(hold, {
        signal,
        retryIf: (error) => everOpen || refusalOf(error) === null,
        // The first loss may be a refresh by Slack: commands would fail during a delay.
        delay: (failures, error) =>
          failures === 1 && error instanceof ShortLived ? 0 : delay(failures, error),
        onRetry(error) {
          if (!(error instanceof ShortLived))
            log.warn({ reason: errorText(error ?? failure()) }, 'No connection to Slack yet');
        },
      });
    } catch (error) {
      const slackError = refusalOf(error);
      if (slackError === null || everOpen) continue;
      opened(Err({ variable: 'SLACK_APP_TOKEN', slackError }));
      return;
    }
  }
  opened(Err('aborted'));
}

type Opened = Result<void, TokenRefused | 'aborted'>;

/** The connection was lost soon after it was opened. */
class ShortLived extends Error {}

/** Opens one connection. When it is gone, `closed` resolves with the milliseconds for which it held. */
async function open(receiver: SocketModeReceiver): Promise<{ readonly closed: Promise<number> }> {
  // A server may accept the socket and never send `hello`.
  const helloTimeout = setTimeout(() => void receiver.client.disconnect(), HELLO_MS);
  try {
    await receiver.client.start();
    const since = performance.now();
    const closed = new Promise<number>((done) => {
      receiver.client.once('disconnected', () => done(performance.now() - since));
    });
    return { closed };
  } finally {
    clearTimeout(helloTimeout);
  }
}
