import { setTimeout as wait } from 'node:timers/promises';

/** Waits for something to become true, for 20 s at most; the answer is the first truthy value. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = 'the condition',
): Promise<NonNullable<T>> {
  const limit = performance.now() + 20_000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > limit) throw new Error(`Waited 20 s in vain for ${what}`);
    await wait(10);
  }
}
