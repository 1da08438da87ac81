import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';

export interface RateLimits {
  /** So many calls under way at once; the others wait in line. */
  readonly concurrency: number;
  /** So long between the starts of two calls. */
  readonly minIntervalMs: number;
}

/** Spends calls to one host: runs each when its turn comes, in the order of asking. */
export interface RateLimiter {
  run<T>(call: () => Promise<T>): Promise<T>;
}

export function createRateLimiter({ concurrency, minIntervalMs }: RateLimits): RateLimiter {
  const inPlace = pLimit(concurrency);
  let lastStart = Promise.resolve(Number.NEGATIVE_INFINITY);

  // One after the other, and counted from when a call really started: a late timer must not bring two calls together.
  const waitForSlot = (): Promise<void> => {
    if (minIntervalMs === 0) return Promise.resolve();
    lastStart = lastStart.then(async (last) => {
      // Time that only goes forward: a change of the wall clock must not stall or flood a host.
      while (performance.now() < last + minIntervalMs) await wait(last + minIntervalMs - performance.now());
      return performance.now();
    });
    return lastStart.then(() => undefined);
  };

  return {
    run: (call) =>
      inPlace(async () => {
        await waitForSlot();
        return await call();
      }),
  };
}
