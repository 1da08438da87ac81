import type { Message } from '../core/messages.ts';
import type { Trouble } from '../core/readiness/checks.ts';
import { queueCard, queueMessage } from '../store/deliveries.ts';
import { appendEvent } from '../store/events.ts';
import type { Queryable } from '../store/postgres/database.ts';
import type { StackOnePoll } from '../store/stackone_polls.ts';
import { watchesOf, watchingChannels } from '../store/watches.ts';
import type { Context } from './context.ts';

type Needs = Pick<Context, 'clock' | 'newId' | 'settings'>;

/** These need a person, so waiting helps nobody; all others may be a short outage. */
const needsPerson: readonly Trouble[] = ['key_refused', 'key_forbidden', 'no_listing'];

/** Says that StackOne cannot be looked at: once, and an outage only after it has lasted. Returns when it was said. */
export async function announceTrouble(
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
  const now = ctx.clock.now();
  const lasted = now.getTime() - troubleSince.getTime();
  if (!needsPerson.includes(trouble) && lasted < ctx.settings.outageNoticeAfterMs) return null;
  await tellEveryChannel(tx, ctx, workspaceId, {
    kind: 'stackone_trouble',
    trouble,
    since: troubleSince.toISOString(),
  });
  return now;
}

export async function announceBack(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  before: StackOnePoll,
): Promise<void> {
  const since = before.troubleSince ?? ctx.clock.now();
  await note(tx, ctx, workspaceId, 'stackone_back', { trouble: before.trouble, since: since.toISOString() });
  await tellEveryChannel(tx, ctx, workspaceId, { kind: 'stackone_back', since: since.toISOString() });
}

/** One message a channel, whatever the number of its apps, and fresh cards that show it. */
async function tellEveryChannel(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  message: Message,
): Promise<void> {
  const now = ctx.clock.now();
  for (const channelId of await watchingChannels(tx, workspaceId)) {
    await queueMessage(tx, { workspaceId, channelId }, { id: ctx.newId(), message, thread: null }, now);
  }
  for (const { channelId, appId } of await watchesOf(tx, workspaceId)) {
    const card = { id: ctx.newId(), subject: 'zoom_app' as const, subjectId: appId };
    await queueCard(tx, { workspaceId, channelId }, card, now);
  }
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
