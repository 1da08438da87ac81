import type { Queryable } from '../../store/postgres/client/database.ts';
import { deleteRegressions, readRegressionsOf } from '../../store/regressions/regressions.ts';
import type { Context } from '../changes/context.ts';
import { editRegressionMessages } from './regression_messages.ts';

/** Environments that are archived or deleted: nobody is asked about what broke in them any more, and the messages about it say so. */
export async function endRegressionsOf(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  const open = await readRegressionsOf(tx, workspaceId, environmentIds);
  for (const one of open) {
    const at = (one.endedAt ?? ctx.clock.now()).toISOString();
    const ended = { at, repaired: one.endedAt !== null };
    await editRegressionMessages(tx, ctx, workspaceId, one, (said) => ({ ...said, ended }));
  }
  await deleteRegressions(
    tx,
    workspaceId,
    open.map(({ id }) => id),
  );
}
