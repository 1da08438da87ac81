import type { WebClientOptions } from '@slack/web-api';
import type { CallOutcome } from '../../telemetry/metrics.ts';
import { stopwatch, type Telemetry } from '../../telemetry/telemetry.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** Counts and times each call to Slack. What Slack refuses in a 200 counts as answered: its meaning is the caller's. */
export function watchedFetch({ metrics }: Telemetry, call: Fetch): Fetch {
  return async (url, init) => {
    const seconds = stopwatch();
    try {
      const reply = await call(url, init);
      metrics.outsideCall('slack', outcomeOf(reply.status), seconds());
      return reply;
    } catch (error) {
      metrics.outsideCall('slack', isTimeout(error) ? 'timeout' : 'network', seconds());
      throw error;
    }
  };
}

function outcomeOf(status: number): CallOutcome {
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'server_error';
  return status >= 400 ? 'refused' : 'ok';
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}
