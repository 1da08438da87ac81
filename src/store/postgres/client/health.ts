import { setTimeout as wait } from 'node:timers/promises';
import { reasonOf } from '../start/start_errors.ts';

/** The database is asked at most once in this time, for all callers together. */
const INTERVAL_MS = 1_000;
/** Probes give up long before a statement does. */
const DEADLINE_MS = 2_000;

export interface HealthCheck {
  /**
   * Why the database does not answer, in words for everybody. Null when it does: now, or less than a second ago with no
   * connection lost since. Never throws, and takes no longer than two seconds.
   */
  trouble(): Promise<string | null>;
  /** A connection was lost: the answer from before does not count any more. */
  doubt(): void;
}

/** `ask` rejects when the database does not answer. One question at a time is under way, shared by all who want to know. */
export function createHealthCheck(ask: () => Promise<unknown>): HealthCheck {
  let askedAt = Number.NEGATIVE_INFINITY;
  let known: { trouble: string | null } | null = null;
  let underWay: Promise<string | null> | null = null;
  let doubts = 0;

  async function question(): Promise<string | null> {
    const early = askedAt + INTERVAL_MS - performance.now();
    if (early > 0) await wait(early);
    askedAt = performance.now();
    const before = doubts;
    const trouble = await ask().then(
      () => null,
      (error: unknown) => (error instanceof Error ? reasonOf(error) : 'see the log'),
    );
    known = doubts === before ? { trouble } : null;
    underWay = null;
    return trouble;
  }

  return {
    async trouble() {
      if (known !== null && performance.now() - askedAt < INTERVAL_MS) return known.trouble;
      underWay ??= question();
      const late = new AbortController();
      const deadline = wait(DEADLINE_MS, 'no answer in time', { signal: late.signal });
      deadline.catch(() => {});
      return Promise.race([underWay, deadline]).finally(() => late.abort());
    },
    doubt() {
      doubts += 1;
      known = null;
    },
  };
}
