import { setTimeout as wait } from 'node:timers/promises';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

const TRIES = 4;
const LONGEST_WAIT_S = 15;

/**
 * For calls that somebody waits for and that need no trigger (views.update, views.publish): tries again after a 429 or
 * a lost connection. A view that was closed meanwhile needs no update.
 */
export async function gently(call: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await call();
      return;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && error.data.error === 'not_found') return;
      const seconds = secondsToWait(error, tries);
      if (tries === TRIES || seconds === null) throw error;
      await wait(seconds * 1_000);
    }
  }
}

function secondsToWait(error: unknown, tries: number): number | null {
  if (error instanceof WebAPIRateLimitedError) return Math.min(error.retryAfter, LONGEST_WAIT_S);
  const lost = error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError;
  return lost ? tries / 2 : null;
}
