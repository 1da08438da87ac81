import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';

export interface RateLimits {
  /** Calls in progress at once, at most; the others are queued. */
  readonly concurrency: number;
  /** The shortest time between the starts of two calls. */
  readonly minIntervalMs: number;
}

/** Limits the calls to one host; they start in the order in which they were made. */
export interface RateLimiter {
  run<T>(call: () => Promise<T>): Promise<T>;
}

/** `now`: a monotonic clock in ms, because after a change of the wall clock calls must neither stop nor come all at once. */
export function createRateLimiter(
  { concurrency, minIntervalMs }: RateLimits,
  now: () => number = () => performance.now(),
): RateLimiter {
  const semaphore = pLimit(concurrency);
  let lastStart = Promise.resolve(Number.NEGATIVE_INFINITY);

  // One after the other, and measured from when a call really started: after a late timer two calls must not start together.
  const waitForSlot = (): Promise<void> => {
    if (minIntervalMs === 0) return Promise.resolve();
    lastStart = lastStart.then(async (last) => {
      for (;;) {
        const start = now();
        if (start >= last + minIntervalMs) return start;
        await wait(last + minIntervalMs - start);
      }
    });
    return lastStart.then(() => undefined);
  };

  return {
    run: (call) =>
      semaphore(async () => {
        await waitForSlot();
        return await call();
      }),
  };
}
