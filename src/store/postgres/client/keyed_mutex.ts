/** Runs what has the same key one after the other, in the order of asking; other keys do not wait. */
export type Line = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** As long as a statement may take. */
const mostWaitMs = 10_000;

/**
 * Whoever has waited for too long when the turn comes is told that the database does not answer (`isDatabaseDown`): while
 * it is away each turn takes seconds, and the twentieth person would wait for minutes.
 */
export function createLine(patienceMs = mostWaitMs): Line {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const asked = performance.now();
    const turn = () => {
      if (performance.now() - asked > patienceMs) throw new Error('timeout expired while waiting in line');
      return work();
    };
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(turn, turn);
    last.set(key, result);
    const forget = () => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
