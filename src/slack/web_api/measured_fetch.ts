import type { WebClientOptions } from '@slack/web-api';
import type { CallOutcome } from '../../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../../telemetry/telemetry.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** Counts and times each call to Slack. A refusal with status 200 counts as answered; callers interpret it. */
export function measuredFetch({ metrics, tracing }: Telemetry, call: Fetch): Fetch {
  return (url, init) =>
    tracing.span({ name: `slack ${methodIn(url)}`, kind: 'client' }, async (span) => {
      const seconds = stopwatch();
      const note = (outcome: CallOutcome) => {
        metrics.hostCall('slack', outcome, seconds());
        span.note({ outcome });
      };
      try {
        const reply = await call(url, init);
        note(outcomeOf(reply.status));
        return reply;
      } catch (error) {
        note(isTimeout(error) ? 'timeout' : 'network');
        throw error;
      }
    });
}

/** `chat.postMessage`. Any other address is a response_url, which allows anyone to post and is never logged. */
function methodIn(url: string | URL): string {
  return /\/api\/([a-zA-Z.]+)$/.exec(String(url))?.[1] ?? 'response_url';
}

function outcomeOf(status: number): CallOutcome {
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'server_error';
  return status >= 400 ? 'refused' : 'ok';
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}
