import { causeOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { isDirectMessage } from '../../core/slack_ids.ts';
import { appendEvents } from '../../store/apps/events.ts';
import { pauseChannel, readPause, resumeChannelWatches } from '../../store/deliveries/paused_channels.ts';
import { queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { type ChannelRefusal, endCannotPost, notifyOwners } from './closed_channel_messages.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** When a channel is closed again within this time, the message about the last time is edited. */
const sameTroubleMs = 60 * 60_000;

/**
 * Slack does not take messages for a channel: its watches pause, nothing is dropped, and each owner gets one direct message
 * about all apps, with the remedy. When the cause becomes another one, that message is edited. The caller tries again. `unlessPaused`:
 * what the channel is paused for already stays.
 */
export async function pauseWatches(
  ctx: Needs,
  input: ChannelRefusal & { readonly unlessPaused?: true },
): Promise<void> {
  const { workspaceId, channelId, why } = input;
  const now = ctx.clock.now();
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const before = await readPause(tx, workspaceId, channelId);
    if (before !== null && input.unlessPaused === true) return;
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
        appId: appId ?? undefined,
        detail: { channelId, why: reason },
      })),
    );
    const recent = new Date(now.getTime() - sameTroubleMs);
    const editSince = before === null || recent < before.since ? recent : before.since;
    await notifyOwners(tx, ctx, { ...input, why: reason }, editSince);
  });
}

/** Each press of "I invited it" starts an attempt; the state and its events change once in this time. */
const saidOpenEveryMs = 60_000;

/**
 * Slack takes messages for a channel again, or a person says so: the queued deliveries are sent. `takenSince`: Slack took one at this
 * time or later, which says nothing of a channel that was closed after that.
 */
export async function resumeChannel(
  ctx: Needs,
  input: {
    readonly workspaceId: string;
    readonly channelId: string;
    readonly actor?: string;
    readonly takenSince?: Date;
  },
): Promise<void> {
  const { workspaceId, channelId } = input;
  const now = ctx.clock.now();
  const said = input.actor === undefined ? null : { at: now, everyMs: saidOpenEveryMs };
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const taken = input.takenSince === undefined ? null : { since: input.takenSince, now };
    const resumed = await resumeChannelWatches(tx, workspaceId, channelId, { said, taken });
    await appendEvents(
      tx,
      workspaceId,
      resumed.map((appId) => ({
        id: ctx.newId(),
        at: now,
        kind: 'watch_resumed' as const,
        actor: input.actor ?? 'greenroom',
        appId: appId ?? undefined,
        detail: { channelId },
      })),
    );
    // A person has none.
    const appIds = isDirectMessage(channelId) ? [] : resumed.flatMap((appId) => appId ?? []);
    const cards = appIds.map((subjectId) => ({
      id: ctx.newId(),
      channelId,
      card: { subject: 'zoom_app' as const, subjectId },
      message: null,
    }));
    await queueDeliveries(tx, workspaceId, cards, now);
    if (resumed.length > 0)
      await endCannotPost(tx, ctx, input, { over: { by: input.actor ?? null } }, new Map());
    if (resumed.length > 0 || input.actor !== undefined) {
      await enqueue(tx, { task: 'deliver', workspaceId, channelId }, 0);
    }
  });
}
