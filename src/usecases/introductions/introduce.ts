import { queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import { recordIntroduction } from '../../store/workspaces/introductions.ts';
import type { Context } from '../changes/context.ts';
import { namedAdmins } from '../changes/roles/admin.ts';

/** Whom people may ask about Greenroom, by user id; the first few. */
export interface Introduction {
  readonly admins: readonly string[];
}

/** A line names no more. */
const mostAdminsNamed = 3;

/** To one person, in a channel (`place`: its id) or on App Home (`place`: the person). Null: it was said there before. */
export async function introduceToPerson(
  ctx: Pick<Context, 'db' | 'clock' | 'admins'>,
  { workspaceId, place }: { readonly workspaceId: string; readonly place: string },
): Promise<Introduction | null> {
  const isNew = await recordIntroduction(ctx.db, workspaceId, { place, seenBy: 'person' }, ctx.clock.now());
  if (!isNew) return null;
  const admins = await namedAdmins(ctx.db, ctx, workspaceId, mostAdminsNamed);
  return { admins: admins.slice(0, mostAdminsNamed) };
}

/** To everybody in a channel that Greenroom was added to: a message there, once, however often it is added. */
export async function introduceInChannel(
  ctx: Pick<Context, 'db' | 'clock' | 'newId'>,
  input: { readonly workspaceId: string; readonly channelId: string; readonly invitedBy: string | null },
): Promise<void> {
  const { workspaceId, channelId, invitedBy } = input;
  const now = ctx.clock.now();
  await ctx.db.tx(async (tx) => {
    if (!(await recordIntroduction(tx, workspaceId, { place: channelId, seenBy: 'channel' }, now))) return;
    const message = { kind: 'introduction' as const, invitedBy };
    await queueDeliveries(tx, workspaceId, [{ id: ctx.newId(), channelId, card: null, message }], now);
  });
}
