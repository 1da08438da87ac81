import type { Message } from '../../core/deliveries/message.ts';
import { watchAccepts } from '../../core/watches/watch_level.ts';
import { type NewDelivery, queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { newestQuestionsIn, questionsAbout } from '../../store/profiles/profile_questions.ts';
import type { Context } from './context.ts';
import { readWatchers, type Watcher } from './watches/watchers.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** Where a message is posted: in the channel, or in the thread of the Zoom app's card. */
export type Where = 'channel' | 'thread';

/** A notification for the watchers of a Zoom app. */
export interface Notifications {
  readonly appId: string;
  readonly messages: readonly { where: Where; message: Message }[];
  /** Only in the app's own channel. */
  readonly ownChannelOnly?: true;
}

/**
 * Queues a fresh card and what their levels accept of the messages for all who watch a Zoom app, in the transaction of the change.
 * Deliveries for a paused channel are queued too, and sent when Greenroom may post there again.
 */
export async function notifyWatchers(
  tx: Queryable,
  ctx: Needs,
  app: { workspaceId: string; appId: string },
  messages: Notifications['messages'],
): Promise<void> {
  await notifyAll(tx, ctx, app.workspaceId, [{ appId: app.appId, messages }]);
}

/** The same about several apps, in the order of `notifications`; a statement for the watches and one for the deliveries. */
export async function notifyAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  notifications: readonly Notifications[],
): Promise<void> {
  if (notifications.length === 0) return;
  const watchers = await readWatchers(tx, workspaceId, [...new Set(notifications.map(({ appId }) => appId))]);
  const deliveries = notifications.flatMap(({ appId, messages, ownChannelOnly = false }) =>
    watchers(appId)
      .filter(({ isOwn }) => isOwn || !ownChannelOnly)
      .flatMap((watcher) => deliveriesTo(ctx, watcher, appId, messages)),
  );
  await queueDeliveries(tx, workspaceId, deliveries, ctx.clock.now());
}

/** Hundreds may be due at the same moment, and Slack takes one message a second in a channel: what has just happened goes first. */
const areReminders = (messages: Notifications['messages']): boolean =>
  messages.length > 0 && messages.every(({ message }) => message.kind === 'nudge');

/** A person gets no card: a direct message in a thread is easily overlooked. */
function deliveriesTo(
  ctx: Needs,
  { channelId, level, card: cardWhen }: Watcher,
  appId: string,
  messages: Notifications['messages'],
): NewDelivery[] {
  const card = { subject: 'zoom_app' as const, subjectId: appId };
  const behind = areReminders(messages);
  const accepted = messages.filter(({ message }) => watchAccepts(level, message));
  const hasCard = cardWhen === 'always' || (cardWhen === 'with_messages' && accepted.length > 0);
  const said = accepted.map(({ where, message }): NewDelivery => {
    return { id: ctx.newId(), channelId, card: where === 'thread' && hasCard ? card : null, message, behind };
  });
  return hasCard ? [{ id: ctx.newId(), channelId, card, message: null, behind }, ...said] : said;
}

/** Redraws every sent question about these profiles: a person has answered it. */
export async function redrawQuestions(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<void> {
  await queueQuestions(tx, ctx, workspaceId, await questionsAbout(tx, workspaceId, profileIds));
}

/** Questions of a channel that are redrawn when the apps that they offer change. */
const mostQuestions = 20;

/** Redraws the newest questions of a channel: one of the apps that they offer waits no more, or waits again. */
export async function redrawQuestionsIn(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  channelId: string,
): Promise<void> {
  const questions = await newestQuestionsIn(tx, workspaceId, channelId, mostQuestions);
  await queueQuestions(tx, ctx, workspaceId, questions);
}

async function queueQuestions(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  questions: readonly { readonly id: string; readonly channelId: string }[],
): Promise<void> {
  const redraws = questions.map((question) => ({
    id: ctx.newId(),
    channelId: question.channelId,
    card: { subject: 'profile_question' as const, subjectId: question.id },
    message: null,
  }));
  await queueDeliveries(tx, workspaceId, redraws, ctx.clock.now());
}
