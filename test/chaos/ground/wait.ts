import { setTimeout as pause } from 'node:timers/promises';

/** The first truthy answer, or null when none came in time. */
export async function within<T>(
  ms: number,
  read: () => T | Promise<T>,
  everyMs = 25,
): Promise<NonNullable<T> | null> {
  const limit = performance.now() + ms;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (performance.now() > limit) return null;
    await pause(everyMs);
  }
}

export { pause };
