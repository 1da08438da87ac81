import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import { takeoverKey } from '../../../core/deliveries/collapse_key.ts';
import type { TakeoverEnded } from '../../../core/deliveries/messages/message_facts.ts';
import { MOST_OWNERS } from '../../../core/ownership/owners.ts';
import type { Takeover } from '../../../core/ownership/takeover.ts';
import { MOST_MEMBERS, MOST_OWNER_GROUPS } from '../../../core/ownership/user_groups.ts';
import { mostWatches } from '../../../core/watches/watch.ts';
import { appendEvent } from '../../../store/apps/events.ts';
import { notifiedAbout, readLastMessage } from '../../../store/deliveries/direct_messages.ts';
import { endTakeover } from '../../../store/ownership/takeovers.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import type { Context } from '../context.ts';
import { notifyPerson } from '../notify_person.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** Most conversations in which a request is edited once it has ended: all in which it can stand, watchers and owners. */
const mostNotified =
  mostWatches.ofApp + mostWatches.ofEveryApp + MOST_OWNERS + MOST_OWNER_GROUPS * MOST_MEMBERS;

/**
 * A takeover has ended: every message that asked about it says so, and who asked is notified, unless they ended it themselves or
 * own the app now (of which they are notified otherwise). Nothing happens when it had ended before.
 */
export async function concludeTakeover(
  tx: Queryable,
  ctx: Needs,
  app: Pick<ZoomApp, 'workspaceId' | 'id' | 'name'>,
  takeover: Takeover,
  ended: TakeoverEnded,
): Promise<void> {
  const { workspaceId } = app;
  const at = ctx.clock.now();
  const end = { state: ended.how, by: ended.by, at };
  if (!(await endTakeover(tx, workspaceId, takeover.id, end))) return;
  await editRequests(tx, ctx, workspaceId, takeover.id, ended);
  // Becoming an owner has an event and messages of its own.
  if (ended.how === 'done') return;
  await appendEvent(tx, {
    ...{ id: ctx.newId(), workspaceId, at, kind: 'takeover_ended', actor: ended.by ?? 'greenroom' },
    appId: app.id,
    detail: { how: ended.how, askedBy: takeover.askedBy, ...(ended.unseen ? { unseen: true } : {}) },
  });
  if (ended.by === takeover.askedBy) return;
  await notifyPerson(tx, ctx, {
    workspaceId,
    userId: takeover.askedBy,
    message: () => ({ kind: 'takeover_ended', appId: app.id, appName: app.name, ended }),
    editSince: at,
  });
}

async function editRequests(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  takeoverId: string,
  ended: TakeoverEnded,
): Promise<void> {
  const topic = takeoverKey(takeoverId);
  for (const channelId of await notifiedAbout(tx, workspaceId, topic, mostNotified)) {
    const last = await readLastMessage(tx, { workspaceId, channelId }, topic);
    if (last?.message.kind !== 'takeover_asked') continue;
    const message = { ...last.message, ended };
    await notifyPerson(tx, ctx, {
      ...{ workspaceId, userId: channelId, message: () => message, editSince: last.postedAt },
    });
  }
}
