import type { Message } from '../../core/deliveries/message.ts';
import { groupBy } from '../../core/group_by.ts';
import { readWatches } from '../../store/apps/watches.ts';
import { type NewDelivery, queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { newestQuestionsIn, questionsAbout } from '../../store/profiles/profile_questions.ts';
import type { Context } from './context.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** Where a message is posted: in the channel, or in the thread of the Zoom app's card. */
export type Where = 'channel' | 'thread';

/** A notification for the watchers of a Zoom app. */
export interface Notifications {
  readonly appId: string;
  readonly messages: readonly { where: Where; message: Message }[];
  /** Only in these of the channels that watch the app. */
  readonly only?: readonly string[];
}

/**
 * Queues messages and a fresh card for every channel that watches a Zoom app, in the transaction of the change.
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
  const appIds = new Set(notifications.map(({ appId }) => appId));
  const watches = groupBy(await readWatches(tx, workspaceId, [...appIds]), ({ appId }) => appId);
  const deliveries = notifications.flatMap(({ appId, messages, only }) =>
    (watches.get(appId) ?? [])
      .filter(({ channelId }) => only?.includes(channelId) ?? true)
      .flatMap(({ channelId }) => deliveriesTo(ctx, channelId, appId, messages)),
  );
  await queueDeliveries(tx, workspaceId, deliveries, ctx.clock.now());
}

function deliveriesTo(
  ctx: Needs,
  channelId: string,
  appId: string,
  messages: Notifications['messages'],
): NewDelivery[] {
  const card = { subject: 'zoom_app' as const, subjectId: appId };
  const redraw: NewDelivery = { id: ctx.newId(), channelId, card, message: null };
  const said = messages.map(({ where, message }): NewDelivery => {
    return { id: ctx.newId(), channelId, card: where === 'thread' ? card : null, message };
  });
  return [redraw, ...said];
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
