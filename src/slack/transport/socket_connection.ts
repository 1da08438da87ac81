import { SocketModeReceiver } from '@slack/bolt';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import { slackLogger } from '../../log.ts';
import { type Patience, pause, pauseMs, slackPatience } from '../web_api/backoff.ts';
import { reasonOf } from '../web_api/connect_workspace.ts';
import { refusalOf, type TokenRefused } from '../web_api/refused_tokens.ts';

const HELLO_MS = 15_000;
const OPEN_TIMEOUT_MS = 10_000;
/** A line that held so long was a good one: the next is opened without any pause. */
const HELD_MS = 5_000;

/** The way Slack reaches us. */
export interface Line {
  /** Resolves when the first connection stands, or with the refusal that no waiting will change. */
  open(): Promise<Result<void, TokenRefused | 'aborted'>>;
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface SocketLine extends Line {
  readonly receiver: SocketModeReceiver;
}

/**
 * Socket Mode with our own patience. The SDK's reconnect waits 5 s after each refresh, in which commands fail (T4), and
 * ends the process when `apps.connections.open` fails (T3); so it is switched off and the line is kept open here:
 * again at once after a refresh, with growing pauses while Slack is down.
 */
export function createSocketLine(options: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly patience?: Patience;
}): SocketLine {
  const stopping = new AbortController();
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: slackLogger(options.log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: options.apiUrl,
        timeout: OPEN_TIMEOUT_MS,
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
  });
  const keeping: Keeping = { ...options, receiver, signal: stopping.signal };
  return {
    receiver,
    isOpen: () => isOpen,
    open: () => new Promise((opened) => void keepOpen(keeping, opened)),
    async close() {
      stopping.abort();
      await receiver.client.disconnect();
    },
  };
}

interface Keeping {
  readonly receiver: SocketModeReceiver;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

async function keepOpen(keeping: Keeping, opened: (result: Opened) => void): Promise<void> {
  const { log, signal, patience = slackPatience } = keeping;
  let everOpen = false;
  let failures = 0;
  while (!signal.aborted) {
    const attempt = await openOnce(keeping.receiver);
    if (attempt.kind === 'open') {
      everOpen = true;
      opened(Ok(undefined));
      const heldMs = await attempt.closed;
      failures = heldMs >= HELD_MS ? 0 : failures + 1;
      if (failures <= 1) continue;
    } else {
      if (attempt.kind === 'refused' && !everOpen) {
        opened(Err({ variable: 'SLACK_APP_TOKEN', slackError: attempt.reason }));
        return;
      }
      failures += 1;
      log.warn({ reason: attempt.reason }, 'No line to Slack yet');
    }
    await pause(pauseMs(patience, failures - 1), signal);
  }
  opened(Err('aborted'));
}

type Opened = Result<void, TokenRefused | 'aborted'>;
type Attempt =
  /** `closed`: for how many milliseconds it held, once it is gone. */
  | { readonly kind: 'open'; readonly closed: Promise<number> }
  | { readonly kind: 'refused' | 'failed'; readonly reason: string };

async function openOnce(receiver: SocketModeReceiver): Promise<Attempt> {
  // A server that accepts the socket and never says hello would keep us waiting for ever.
  const patience = setTimeout(() => void receiver.client.disconnect(), HELLO_MS);
  try {
    await receiver.client.start();
    const since = performance.now();
    const closed = new Promise<number>((done) => {
      receiver.client.once('disconnected', () => done(performance.now() - since));
    });
    return { kind: 'open', closed };
  } catch (error) {
    const slackError = refusalOf(error);
    return slackError === null
      ? { kind: 'failed', reason: reasonOf(error) }
      : { kind: 'refused', reason: slackError };
  } finally {
    clearTimeout(patience);
  }
}
