import { setTimeout as wait } from 'node:timers/promises';

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}

/** Waits for something to become true, for 60 s at most: how soon is no test's business; the answer is the first truthy value. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = 'the condition',
): Promise<Truthy<Awaited<T>>> {
  const limit = performance.now() + 60_000;
  for (;;) {
    const value: Awaited<T> = await condition();
    if (isTruthy(value)) return value;
    if (performance.now() > limit) throw new Error(`Waited 60 s in vain for ${what}`);
    await wait(10);
  }
}
