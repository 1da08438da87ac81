import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { nextSessionPoll } from '../../store/proof/poll_sessions.ts';
import type { Context } from '../changes/context.ts';

/**
 * Queues the job that polls connect sessions, for when the next one is due; none when there is nothing to find out. In the
 * transaction that changed a session, under the workspace lock: else an older plan could replace a newer one.
 */
export async function queuePoll(
  tx: Queryable,
  { clock }: Pick<Context, 'clock'>,
  workspaceId: string,
): Promise<void> {
  const next = await nextSessionPoll(tx, workspaceId);
  if (next === null) return;
  const afterMs = Math.max(0, next.at.getTime() - clock.now().getTime());
  await enqueue(tx, { task: 'poll_connect_sessions', workspaceId }, afterMs);
}

/** A session that is due for this long has no job any more: it failed too often, or was lost with the queue. */
const overdueMs = 60_000;

/** Queues the job again where it got lost. Cost: one row by index. */
export async function recoverPoll(ctx: Pick<Context, 'db' | 'clock'>, workspaceId: string): Promise<void> {
  const next = await nextSessionPoll(ctx.db, workspaceId);
  const isLost = next !== null && ctx.clock.now().getTime() - next.at.getTime() > overdueMs;
  if (isLost) await enqueue(ctx.db, { task: 'poll_connect_sessions', workspaceId }, 0);
}
