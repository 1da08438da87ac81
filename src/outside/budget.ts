import { setTimeout as wait } from 'node:timers/promises';

export interface BudgetLimits {
  /** So many calls under way at once; the others wait in line. */
  readonly concurrency: number;
  /** So long between the starts of two calls. */
  readonly minIntervalMs: number;
}

/** Spends calls to one host: runs each when its turn comes, in the order of asking. */
export interface Budget {
  run<T>(call: () => Promise<T>): Promise<T>;
}

export function createBudget({ concurrency, minIntervalMs }: BudgetLimits): Budget {
  const line: (() => void)[] = [];
  let underWay = 0;
  let lastStart = Promise.resolve(Number.NEGATIVE_INFINITY);

  const enter = async (): Promise<void> => {
    if (underWay < concurrency) underWay += 1;
    else await new Promise<void>((go) => line.push(go));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else underWay -= 1;
  };
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
    run: async (call) => {
      await enter();
      try {
        await waitForSlot();
        return await call();
      } finally {
        leave();
      }
    },
  };
}
