/** Runs work with the same key one after the other, in the order of the calls; other keys do not wait. */
export type KeyedMutex = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export interface KeyedMutexOptions {
  /** Work that has waited longer when its turn comes is not started. */
  readonly maxWaitMs: number;
  /** What the caller gets then. */
  readonly timeoutError: () => Error;
}

/** One mutex for each key, for as long as somebody holds it or waits for it. */
export function createKeyedMutex({ maxWaitMs, timeoutError }: KeyedMutexOptions): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const calledAt = performance.now();
    const start = () => {
      if (performance.now() - calledAt > maxWaitMs) throw timeoutError();
      return work();
    };
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(start, start);
    last.set(key, result);
    const forget = () => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
