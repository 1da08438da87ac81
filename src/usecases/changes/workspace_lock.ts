import type { Queryable } from '../../store/postgres/client/database.ts';
import { lockWorkspace } from '../../store/workspaces/workspaces.ts';
import type { Context } from './context.ts';

/**
 * Runs a change in one transaction that holds the workspace's lock: one change at a time in each workspace. Keep it short, and
 * call no host in it. Each process queues its changes per workspace in memory and waits for the row lock with one connection
 * only: otherwise lock waiters would exhaust the pool.
 */
export function withWorkspaceLock<T>(
  ctx: Pick<Context, 'db'>,
  workspaceId: string,
  change: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return ctx.db.mutex(workspaceId, () =>
    ctx.db.tx(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      return change(tx);
    }),
  );
}
