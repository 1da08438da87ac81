import { WebAPIRateLimitedError } from '@slack/web-api';
import { type Backoff, backoffMs } from '../../concurrency/backoff.ts';

/** Between tries to reach Slack: 1 s, 2 s, 4 s ... 30 s. */
export const slackBackoff: Backoff = { firstMs: 1_000, longestMs: 30_000 };

/** The delay for `retry`: at least as long as Slack's `Retry-After` says. */
export function delayWith(backoff: Backoff): (failures: number, error: unknown) => number {
  return (failures, error) => {
    const ms = backoffMs(backoff, failures - 1, Math.random());
    return error instanceof WebAPIRateLimitedError ? Math.max(ms, error.retryAfter * 1_000) : ms;
  };
}
