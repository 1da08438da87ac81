import type { Message } from '../core/messages.ts';
import type { Subject } from '../store/deliveries.ts';
import { queueCard, queueMessage } from '../store/deliveries.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { questionsAbout } from '../store/profile_questions.ts';
import { readWatches } from '../store/watches.ts';
import type { Context } from './context.ts';

type Telling = Pick<Context, 'clock' | 'newId'>;

/** Where a message stands: by itself in the channel, or in the thread of the Zoom app's card. */
export type Where = 'channel' | 'thread';

/**
 * Queues messages and a fresh card for every channel that watches a Zoom app, in the transaction of the change.
 * A paused channel gets them too: they wait until Greenroom may post there again.
 */
export async function tellWatchers(
  tx: Queryable,
  ctx: Telling,
  app: { workspaceId: string; appId: string },
  messages: readonly { where: Where; message: Message }[],
): Promise<void> {
  const now = ctx.clock.now();
  for (const watch of await readWatches(tx, app.workspaceId, [app.appId])) {
    const to = { workspaceId: app.workspaceId, channelId: watch.channelId };
    const card: { subject: Subject; subjectId: string } = { subject: 'zoom_app', subjectId: app.appId };
    await queueCard(tx, to, { id: ctx.newId(), ...card }, now);
    for (const { where, message } of messages) {
      const thread = where === 'thread' ? card : null;
      await queueMessage(tx, to, { id: ctx.newId(), message, thread }, now);
    }
  }
}

/** Redraws every standing question about a profile: somebody has answered it. */
export async function redrawQuestions(
  tx: Queryable,
  ctx: Telling,
  workspaceId: string,
  profileId: string,
): Promise<void> {
  for (const question of await questionsAbout(tx, workspaceId, profileId)) {
    const to = { workspaceId, channelId: question.channelId };
    const card = { id: ctx.newId(), subject: 'profile_question' as const, subjectId: question.id };
    await queueCard(tx, to, card, ctx.clock.now());
  }
}
