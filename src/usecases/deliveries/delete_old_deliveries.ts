import { deleteOldDeliveries } from '../../store/deliveries/deliveries.ts';
import { dropOldNotices } from '../../store/deliveries/direct_messages.ts';
import type { Context } from '../changes/context.ts';

/** Long enough to answer "did you tell us?"; what happened stays in the history, for ever. */
const keptForMs = 30 * 24 * 60 * 60_000;
/** Small transactions: nobody waits for them, and an old replica beside us goes on. */
const atOnce = 2_000;
/** A long neglected table is worked off in several nights. */
const mostBatches = 500;

/** Gives up what nobody could be told, and forgets messages that Slack showed, or will never take, a while ago. */
export async function forgetDeliveries(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: { readonly workspaceId: string },
): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptForMs);
  await dropOldNotices(ctx.db, input.workspaceId, before, atOnce);
  for (let batch = 0; batch < mostBatches; batch += 1) {
    if ((await deleteOldDeliveries(ctx.db, input.workspaceId, before, atOnce)) < atOnce) return;
  }
}
