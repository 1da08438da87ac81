import { setTimeout as wait } from 'node:timers/promises';
import { ELSE_SET_URL, EmbeddedUnavailable } from './unavailable.ts';

/** Waits for the server to get where it should; a crash recovery may take its time. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const limit = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > limit) {
      throw new EmbeddedUnavailable(
        `The embedded database did not answer within ${withinMs / 1_000} s: see its postgres.log, ${ELSE_SET_URL}.`,
      );
    }
    await wait(20);
  }
}
