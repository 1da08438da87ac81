/** Runs what has the same key one after the other, in the order of asking; other keys do not wait. */
export type Line = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createLine(): Line {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    last.set(key, result);
    const forget = () => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
