import { fairDeadline } from './fair_deadline.ts';
import type { World } from './workspace_state.ts';

/** Tells everyone who watches that something visible changed. */
export function changed(world: World): void {
  for (const listener of [...world.listeners]) listener();
}

/**
 * Waits until `probe` gives something other than null. Rejects with what `describe` says after `patienceMs`,
 * and as much longer as the machine was too busy.
 */
export function until<T>(
  world: World,
  probe: () => T | null,
  describe: () => Error,
  ms?: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const first = probe();
    if (first !== null) return resolve(first);
    const finish = () => {
      limit.cancel();
      world.listeners.delete(look);
    };
    const look = () => {
      try {
        const found = probe();
        if (found === null) return;
        finish();
        resolve(found);
      } catch (error) {
        finish();
        reject(error);
      }
    };
    const limit = fairDeadline(world.processorWait, ms ?? world.limits.patienceMs, () => {
      finish();
      reject(describe());
    });
    world.listeners.add(look);
  });
}
