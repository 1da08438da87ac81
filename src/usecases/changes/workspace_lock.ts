import type { Queryable } from '../../store/postgres/client/database.ts';
import { takeTurn } from '../../store/workspaces/workspaces.ts';
import type { Context } from './context.ts';

/**
 * Runs a change in one transaction, one after the other in a workspace. Keep it short: ask nobody outside in here.
 * Of each process only one stands in the database's line: more would fill its pool with waiting, and whatever else it
 * does would find no connection.
 */
export function inTurn<T>(
  ctx: Pick<Context, 'db'>,
  workspaceId: string,
  change: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return ctx.db.line(workspaceId, () =>
    ctx.db.tx(async (tx) => {
      await takeTurn(tx, workspaceId);
      return change(tx);
    }),
  );
}
