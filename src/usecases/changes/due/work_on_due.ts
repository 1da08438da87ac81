import { allOrEachAlone, putOffMs } from '../../../concurrency/each_alone.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import type { Context } from '../context.ts';
import { withWorkspaceLock } from '../workspace_lock.ts';

/** Rows of a workspace that are due, and what is done about them. */
export interface DueWork<T> {
  /** Those that are due now; called before the workspace is locked, and again when it is. */
  read(db: Queryable): Promise<readonly T[]>;
  /** Names a row among them. */
  keyOf(row: T): string;
  /** Once, before the workspace is locked: what has to be asked of Slack. */
  prepare?(rows: readonly T[]): Promise<void>;
  /** In one transaction that holds the workspace's lock. What it did is not due any more. */
  work(tx: Queryable, rows: readonly T[]): Promise<void>;
  /** A row that failed alone, and is due still, is due again at this time: as `work`, with the lock. Absent: it stays due. */
  putOff?(tx: Queryable, row: T, until: Date): Promise<void>;
}

/**
 * Works on all that is due in one transaction; where that fails, on each row alone, so that one that fails holds up none of the
 * others. Returns how many were due.
 */
export async function workOnDue<T>(
  ctx: Pick<Context, 'db' | 'clock' | 'log'>,
  workspaceId: string,
  { read, keyOf, prepare, work, putOff }: DueWork<T>,
): Promise<number> {
  const due = await read(ctx.db);
  if (due.length > 0) await prepare?.(due);
  /** Without those that another process has taken, or a person has put off, before the workspace was locked. */
  const onStillDue = (rows: readonly T[], change: (tx: Queryable, still: readonly T[]) => Promise<void>) =>
    withWorkspaceLock(ctx, workspaceId, async (tx) => {
      const keys = new Set(rows.map(keyOf));
      const still = (await read(tx)).filter((row) => keys.has(keyOf(row)));
      if (still.length > 0) await change(tx, still);
    });
  const until = new Date(ctx.clock.now().getTime() + putOffMs);
  await allOrEachAlone(
    due,
    (rows) => onStillDue(rows, work),
    async (failed) => {
      if (putOff === undefined) return;
      await onStillDue([failed], async (tx, rows) => {
        for (const row of rows) await putOff(tx, row, until);
      });
    },
    (err) => ctx.log.warn({ err, workspaceId }, 'What is due could not be worked on at once, but each alone'),
  );
  return due.length;
}
