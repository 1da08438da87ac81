import { inBatches } from '../../concurrency/in_batches.ts';
import { deleteEndedDeliveries } from '../../store/deliveries/deliveries.ts';
import { expireDirectMessages } from '../../store/deliveries/direct_messages.ts';
import type { Context } from '../changes/context.ts';

/** Long enough to answer "did you notify us?"; the history of events is kept for ever. */
const keptForMs = 30 * 24 * 60 * 60_000;
/**
 * Small transactions, so that other transactions, also those of an older replica, never wait long for one. What was not cleaned
 * for a long time is worked off in several nights.
 */
const batches = { size: 2_000, most: 500 };

/** Gives up old direct messages that reached nobody, and deletes deliveries that ended a while ago. */
export async function deleteOldDeliveries(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: { readonly workspaceId: string },
): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptForMs);
  await expireDirectMessages(ctx.db, input.workspaceId, before, batches.size);
  await inBatches(batches, (size) => deleteEndedDeliveries(ctx.db, input.workspaceId, before, size));
}
