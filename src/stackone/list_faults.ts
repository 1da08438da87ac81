import type { Clock } from '../core/clock.ts';
import type { HttpClientLog } from '../http_client/http_client.ts';
import type { UnreadRow } from './rows.ts';

/** Says in the log what is wrong with StackOne's lists: path, page, index and field names, never values. */
export interface ListFaults {
  /** Rows of one page that were skipped; the others count. */
  setAside(path: string, page: number | string, rows: readonly UnreadRow[]): void;
  /** The list as a whole cannot be right: what it lacks is not believed to be gone. */
  contradiction(path: string, what: string): void;
  /** An answer that is no list cannot be read. */
  oddReply(path: string, what: string): void;
}

/** The same fault is logged once an hour, not at every poll. */
const REPEAT_MS = 60 * 60_000;
/** Different faults that are remembered; a list that invents new ones all the time forgets the oldest. */
const REMEMBERED = 100;
/** Rows of a page that are named one by one. */
const NAMED = 5;

export function createListFaults(log: HttpClientLog | undefined, clock: Clock): ListFaults {
  const saidAt = new Map<string, number>();
  const say = (fields: Record<string, unknown>, message: string): void => {
    const now = clock.now().getTime();
    const key = JSON.stringify([message, fields]);
    const before = saidAt.get(key);
    if (before !== undefined && Math.abs(now - before) < REPEAT_MS) return;
    saidAt.delete(key);
    saidAt.set(key, now);
    const [oldest] = saidAt.keys();
    if (saidAt.size > REMEMBERED && oldest !== undefined) saidAt.delete(oldest);
    log?.warn(fields, message);
  };
  return {
    setAside: (path, page, rows) => {
      if (rows.length === 0) return;
      const named = rows.slice(0, NAMED).map(({ index, fields }) => ({ index, fields }));
      say(
        { path, page, count: rows.length, rows: named },
        "StackOne: rows of a list could not be read and were set aside; the list's other rows count",
      );
    },
    contradiction: (path, what) =>
      say({ path, what }, 'StackOne: a list contradicts itself; nothing that it lacks is taken for removed'),
    oddReply: (path, what) => say({ path, what }, 'StackOne: an answer could not be read'),
  };
}
