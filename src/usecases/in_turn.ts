import type { Queryable } from '../store/postgres/database.ts';
import { takeTurn } from '../store/workspaces.ts';
import type { Context } from './context.ts';

/**
 * Runs a change in one transaction, one after the other in a workspace. Keep it short: ask nobody outside in here.
 */
export function inTurn<T>(
  ctx: Pick<Context, 'db'>,
  workspaceId: string,
  change: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return ctx.db.tx(async (tx) => {
    await takeTurn(tx, workspaceId);
    return change(tx);
  });
}
