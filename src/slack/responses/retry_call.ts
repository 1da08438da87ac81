import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { backoffMs } from '../../concurrency/backoff.ts';
import { retry } from '../../concurrency/retry.ts';

const MAX_TRIES = 4;
const BACKOFF = { firstMs: 500, longestMs: 2_000 };
const LONGEST_RETRY_AFTER_S = 15;

/**
 * For calls that a person waits for and that need no trigger (views.update, views.publish): retries after a 429 or a lost
 * connection. A view that was closed meanwhile needs no update.
 */
export async function retryCall(call: () => Promise<unknown>): Promise<void> {
  try {
    await retry(call, {
      delay,
      maxTries: MAX_TRIES,
      retryIf: (error) => isRateLimit(error) || isLost(error),
    });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError && error.data.error === 'not_found')) throw error;
  }
}

const isRateLimit = (error: unknown) => error instanceof WebAPIRateLimitedError;

const isLost = (error: unknown) => error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError;

function delay(failures: number, error: unknown): number {
  return error instanceof WebAPIRateLimitedError
    ? Math.min(error.retryAfter, LONGEST_RETRY_AFTER_S) * 1_000
    : backoffMs(BACKOFF, failures - 1, Math.random());
}
