import { createObjectMemo } from '../../concurrency/memoize.ts';

/**
 * A long computation as a generator that yields after each chunk, so that its caller can run other work in between.
 */
export type Chunks<T> = Generator<void, T, void>;

/** Scopes a step: about a millisecond's work. */
export const SCOPES_PER_CHUNK = 200;

/** All chunks at once, for short lists and where nothing else has to run meanwhile. */
export function finish<T>(steps: Chunks<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Each item's result; a step for every `SCOPES_PER_CHUNK` of them. */
export function* eachInChunks<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Chunks<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(work(item));
    if (results.length % SCOPES_PER_CHUNK === 0) yield;
  }
  return results;
}

/** Computed once for each object, and kept as long as the object is: its steps come with the first use only. Anew for a frozen object. */
export function memoizeSteps<Key extends object, T>(make: (key: Key) => Chunks<T>): (key: Key) => Chunks<T> {
  const all = createObjectMemo<Key, T>();
  return function* (key) {
    const known = all.get(key);
    if (known !== undefined) return known.value;
    const value = yield* make(key);
    all.set(key, value);
    return value;
  };
}
