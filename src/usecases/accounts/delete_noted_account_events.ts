import { inBatches } from '../../concurrency/in_batches.ts';
import { deleteOldAccountEvents } from '../../store/checks/account_events.ts';
import type { Context } from '../changes/context.ts';

const keptForMs = 7 * 24 * 60 * 60_000;
/** Small transactions: the receiver of webhooks writes into the same table. */
const batches = { size: 2_000, most: 500 };

/** Nightly: what was noted a week ago is not sent again. */
export async function deleteNotedAccountEvents(
  ctx: Pick<Context, 'db' | 'clock'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptForMs);
  await inBatches(batches, (size) => deleteOldAccountEvents(ctx.db, workspaceId, before, size));
}
