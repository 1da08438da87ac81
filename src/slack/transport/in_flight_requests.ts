export interface InFlight {
  /** Counts this work until it ends. */
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves with true when nothing is being worked on, or with false after `mostMs`. */
  drained(mostMs: number): Promise<boolean>;
}

/** T13: neither stop() of Bolt waits for what is being answered. */
export function countInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    async run(work) {
      count += 1;
      try {
        await work();
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
