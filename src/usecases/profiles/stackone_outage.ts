import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { levelsAccepting } from '../../core/watches/watch_level.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { cardsDrawnSince, queueCards, queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { StackOnePoll } from '../../store/profiles/stackone_polls.ts';
import { watchedCards, watchingChannels } from '../../store/watches/watches.ts';
import type { Context } from '../changes/context.ts';

type Needs = Pick<Context, 'clock' | 'newId' | 'settings'>;

/** These need a person and are announced at once; all others may be a short outage. */
const needsPerson: readonly UnknownReason[] = ['key_refused', 'key_forbidden', 'no_listing'];

/** Announces that StackOne gives no list: once, and an outage only after it has lasted. Returns when it was announced. */
export async function followTrouble(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  before: StackOnePoll,
  poll: StackOnePoll,
): Promise<Date | null> {
  const { trouble, troubleSince } = poll;
  if (trouble === null || troubleSince === null) return null;
  if (before.trouble === null) await note(tx, ctx, workspaceId, 'stackone_trouble', { trouble });
  if (before.announcedAt !== null || trouble === 'not_configured') return before.announcedAt;
  // Cards say that no key is configured; now there is one, with another unknown reason.
  if (before.trouble === 'not_configured') await redrawSince(tx, ctx, workspaceId, before.troubleSince);
  const now = ctx.clock.now();
  const lasted = now.getTime() - troubleSince.getTime();
  if (!needsPerson.includes(trouble) && lasted < ctx.settings.outageNoticeAfterMs) return null;
  const since = troubleSince.toISOString();
  await notifyEveryChannel(tx, ctx, workspaceId, { kind: 'stackone_trouble', trouble, since });
  await redraw(tx, ctx, workspaceId, await watchedCards(tx, workspaceId));
  return now;
}

/** StackOne gives lists again: announced if the outage was, and every card that shows it is redrawn. */
export async function followBack(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  before: StackOnePoll,
): Promise<void> {
  const since = (before.troubleSince ?? ctx.clock.now()).toISOString();
  await note(tx, ctx, workspaceId, 'stackone_back', { trouble: before.trouble, since });
  if (before.announcedAt !== null) {
    await notifyEveryChannel(tx, ctx, workspaceId, { kind: 'stackone_back', since });
  }
  await redrawSince(tx, ctx, workspaceId, before.troubleSince);
}

/** One message a channel, whatever the number of its apps. */
async function notifyEveryChannel(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  message: Message,
): Promise<void> {
  const channels = await watchingChannels(tx, workspaceId, levelsAccepting(message));
  const deliveries = channels.map((channelId) => ({ id: ctx.newId(), channelId, card: null, message }));
  await queueDeliveries(tx, workspaceId, deliveries, ctx.clock.now());
}

/** Only cards that were drawn during the outage can show it. */
async function redrawSince(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  since: Date | null,
): Promise<void> {
  if (since !== null) await redraw(tx, ctx, workspaceId, await cardsDrawnSince(tx, workspaceId, since));
}

async function redraw(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  cards: readonly { channelId: string; appId: string }[],
): Promise<void> {
  const drawn = cards.map(({ channelId, appId }) => ({
    id: ctx.newId(),
    channelId,
    subject: 'zoom_app' as const,
    subjectId: appId,
  }));
  await queueCards(tx, workspaceId, drawn, ctx.clock.now());
}

async function note(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  kind: 'stackone_trouble' | 'stackone_back',
  detail: Record<string, unknown>,
): Promise<void> {
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: ctx.clock.now(),
    kind,
    actor: 'greenroom',
    detail,
  });
}
