import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';

export interface InFlight {
  readonly middleware: Middleware<AnyMiddlewareArgs>;
  count(): number;
  /** Resolves with true when nothing is being worked on, or with false after `mostMs`. */
  drained(mostMs: number): Promise<boolean>;
}

/** T13: neither stop() of Bolt waits for listeners; `next()` resolves only after the last of them has ended. */
export function countInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    count: () => count,
    async middleware({ next }) {
      count += 1;
      try {
        await next();
      } finally {
        count -= 1;
        if (count === 0) {
          for (const done of waiting) done();
          waiting = [];
        }
      }
    },
    drained: (mostMs) =>
      new Promise((resolve) => {
        if (count === 0) return resolve(true);
        const tooLong = setTimeout(() => resolve(false), mostMs);
        waiting.push(() => {
          clearTimeout(tooLong);
          resolve(true);
        });
      }),
  };
}
