import { closedChannelKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { causeOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { appendEvents } from '../../store/apps/events.ts';
import {
  ownersWatchedIn,
  pauseChannel,
  readPause,
  resumeChannelWatches,
  type WatchOwner,
} from '../../store/apps/watches.ts';
import { notifiedAbout, readLastMessage, supersedeWaiting } from '../../store/deliveries/direct_messages.ts';
import { queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** So many owners of a channel's apps are notified, and so many of their apps are named to each. */
const notified = { people: 50, names: 10 };
/** When a channel is closed again so soon, the message about the last time is edited. */
const sameTroubleMs = 60 * 60_000;

export interface ChannelRefusal {
  readonly workspaceId: string;
  readonly channelId: string;
  /** Slack's error code. */
  readonly why: string;
}

/**
 * Slack does not take messages for a channel: its watches pause, nothing is dropped, and each owner is told once, in one direct
 * message about all apps, how to mend it. When the cause becomes another one, that message is edited. The caller tries again.
 */
export async function pauseWatches(ctx: Needs, input: ChannelRefusal): Promise<void> {
  const { workspaceId, channelId, why } = input;
  const now = ctx.clock.now();
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const before = await readPause(tx, workspaceId, channelId);
    // Editing is refused with another code than posting, for the same cause.
    const same = before !== null && causeOfRefusal(before.reason) === causeOfRefusal(why);
    const reason = same ? before.reason : why;
    const paused = await pauseChannel(tx, workspaceId, channelId, reason, now);
    if (paused.length === 0) return;
    await appendEvents(
      tx,
      workspaceId,
      paused.map(({ appId }) => ({
        id: ctx.newId(),
        at: now,
        kind: 'watch_paused' as const,
        actor: 'greenroom',
        appId,
        detail: { channelId, why: reason },
      })),
    );
    const recent = new Date(now.getTime() - sameTroubleMs);
    const editSince = before === null || recent < before.since ? recent : before.since;
    await notifyOwners(tx, ctx, { ...input, why: reason }, editSince);
  });
}

async function notifyOwners(
  tx: Queryable,
  ctx: Needs,
  closed: ChannelRefusal,
  editSince: Date,
): Promise<void> {
  const { workspaceId, channelId } = closed;
  for (const owner of await ownersWatchedIn(tx, workspaceId, channelId, notified)) {
    const message = cannotPost(closed, owner);
    if (message === null) continue;
    await notifyPerson(tx, ctx, { workspaceId, userId: owner.userId, message: () => message, editSince });
  }
}

function cannotPost({ channelId, why }: ChannelRefusal, { apps, count }: WatchOwner): Message | null {
  const [first] = apps;
  return first === undefined
    ? null
    : {
        kind: 'cannot_post',
        channelId,
        appId: first.id,
        appName: first.name,
        apps,
        more: count - apps.length,
        why,
      };
}

/** Who presses "I invited it" again and again starts a try each time; the state and its events change once in this time. */
const saidOpenEveryMs = 60_000;

/** Slack takes messages for a channel again, or somebody says so: what waited is sent. */
export async function resumeChannel(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly channelId: string; readonly actor?: string },
): Promise<void> {
  const { workspaceId, channelId } = input;
  const now = ctx.clock.now();
  const said = input.actor === undefined ? null : { at: now, everyMs: saidOpenEveryMs };
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const appIds = await resumeChannelWatches(tx, workspaceId, channelId, said);
    await appendEvents(
      tx,
      workspaceId,
      appIds.map((appId) => ({
        id: ctx.newId(),
        at: now,
        kind: 'watch_resumed' as const,
        actor: input.actor ?? 'greenroom',
        appId,
        detail: { channelId },
      })),
    );
    const cards = appIds.map((subjectId) => ({
      id: ctx.newId(),
      channelId,
      card: { subject: 'zoom_app' as const, subjectId },
      message: null,
    }));
    await queueDeliveries(tx, workspaceId, cards, now);
    if (appIds.length > 0) await notifyReopened(tx, ctx, input);
    if (appIds.length > 0 || input.actor !== undefined) {
      await enqueue(tx, { task: 'deliver', workspaceId, channelId }, 0);
    }
  });
}

/** What was told stops being true: what waits is given up, and what stands says so in place, to each who was told. */
async function notifyReopened(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, channelId, actor = null }: { workspaceId: string; channelId: string; actor?: string | null },
): Promise<void> {
  const topic = closedChannelKey(channelId);
  await supersedeWaiting(tx, workspaceId, topic);
  for (const userId of await notifiedAbout(tx, workspaceId, topic, notified.people)) {
    const last = await readLastMessage(tx, { workspaceId, channelId: userId }, topic);
    if (last?.message.kind !== 'cannot_post' || last.message.over !== undefined) continue;
    const message: Message = { ...last.message, over: { by: actor } };
    await notifyPerson(tx, ctx, { workspaceId, userId, message: () => message, editSince: last.postedAt });
  }
}
