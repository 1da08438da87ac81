import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Chunks } from './core/scopes/chunks.ts';

/** Other work runs between two chunks, so that a long list does not block the event loop. */
export async function runInChunks<T>(steps: Chunks<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await othersFirst();
  }
}

/** The same for functions that build something in memory. */
export async function runOneByOne(works: readonly (() => unknown)[]): Promise<void> {
  for (const work of works) {
    await othersFirst();
    work();
  }
}
