import { setTimeout as wait } from 'node:timers/promises';
import { pauseMs } from '../../core/second_try.ts';
import { forgetCard } from '../../store/cards.ts';
import { type Delivery, markDropped, markUnclear } from '../../store/deliveries.ts';
import { enqueue } from '../../store/jobs.ts';
import type { UseCases } from '../../usecases/index.ts';
import type { Hindrance, SendingContext } from './send.ts';
import { sendWatched } from './send_watched.ts';

export interface DeliveryContext extends SendingContext {
  /** The next message of a channel, marked as under way. */
  take(channel: Channel): Promise<Delivery | null>;
  readonly usecases: Pick<UseCases, 'pauseWatches' | 'resumeChannel'>;
}

export interface Channel {
  readonly workspaceId: string;
  readonly channelId: string;
  /** How often in a row Slack could not be reached for this channel. */
  readonly failures: number;
}

/** A long queue is shared out over several jobs, so that a process that stops is soon done. */
const atOnce = 60;
/** So long a channel keeps its place while Slack wants to hear nothing: waiting costs less than a new job. */
const shortMs = 5_000;
const tokenPauseMs = 60_000;

/**
 * Sends what waits in a channel, oldest first, at the pace Slack takes it. Run by one job at a time per channel. It never
 * fails for what Slack does: the message stays first in its queue, and the job comes again when it makes sense.
 */
export async function deliverChannel(
  ctx: DeliveryContext,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  for (let sent = 0; sent < atOnce && !signal.aborted; sent += 1) {
    const waitMs = ctx.pace.waitMs(channel.channelId, ctx.clock.now().getTime());
    if (waitMs > 0) await wait(waitMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const delivery = await ctx.take(channel);
    if (delivery === null) return;
    const hindrance = await sendWatched(ctx, channel, delivery, signal);
    if (hindrance !== null && !(await goOnAfter(ctx, channel, delivery, hindrance))) return;
    if (hindrance === null && delivery.channelPaused) await ctx.usecases.resumeChannel(channel);
  }
  await comeAgain(ctx, channel, 0, 0);
}

/** True when the next message may be tried at once. */
async function goOnAfter(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  hindrance: Hindrance,
): Promise<boolean> {
  const { workspaceId } = channel;
  switch (hindrance.kind) {
    case 'gone':
      // Somebody deleted the card: it is posted anew, and the next thread begins there.
      if (delivery.subject !== null && delivery.subjectId !== null) {
        await forgetCard(ctx.db, channel, delivery.subject, delivery.subjectId);
      }
      await ctx.putBack({ workspaceId, id: delivery.id });
      return true;
    case 'never':
      ctx.log.error({ delivery: delivery.id, slackError: hindrance.code }, 'Slack refuses a message of ours');
      await markDropped(ctx.db, workspaceId, delivery.id, hindrance.code);
      return true;
    case 'closed_door':
      return closedDoor(ctx, channel, delivery, hindrance.code);
    case 'later':
      await ctx.putBack({ workspaceId, id: delivery.id });
      if (hindrance.afterMs <= shortMs) return true;
      await comeAgain(ctx, channel, hindrance.afterMs, 0);
      return false;
    case 'token':
      ctx.log.error(
        { slackError: hindrance.code },
        'Slack refuses SLACK_BOT_TOKEN; messages wait until it is replaced',
      );
      await ctx.putBack({ workspaceId, id: delivery.id });
      await comeAgain(ctx, channel, tokenPauseMs, 0);
      return false;
    case 'unreachable':
      await ctx.putBack({ workspaceId, id: delivery.id });
      await comeAgainLater(ctx, channel);
      return false;
    case 'unclear':
      // It stays marked as under way, so that the next try begins with a look.
      await markUnclear(ctx.db, workspaceId, delivery.id, ctx.clock.now());
      await comeAgainLater(ctx, channel);
      return false;
    case 'look_later':
      if (hindrance.afterMs === null) await comeAgainLater(ctx, channel);
      else await comeAgain(ctx, channel, hindrance.afterMs, 0);
      return false;
  }
}

async function closedDoor(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  code: string,
): Promise<boolean> {
  if (/^[UWD]/.test(channel.channelId)) {
    // A person who cannot be written to: there is nobody to tell about that.
    await markDropped(ctx.db, channel.workspaceId, delivery.id, code);
    return true;
  }
  await ctx.putBack({ workspaceId: channel.workspaceId, id: delivery.id });
  await ctx.usecases.pauseWatches({
    workspaceId: channel.workspaceId,
    channelId: channel.channelId,
    why: code,
  });
  return false;
}

/** Slack is out of reach: each time a little later. */
async function comeAgainLater(ctx: DeliveryContext, channel: Channel): Promise<void> {
  await comeAgain(ctx, channel, pauseMs(channel.failures, Math.random()), channel.failures + 1);
}

async function comeAgain(
  ctx: DeliveryContext,
  channel: Channel,
  afterMs: number,
  failures: number,
): Promise<void> {
  const { workspaceId, channelId } = channel;
  await enqueue(ctx.db, { task: 'deliver', workspaceId, channelId, failures }, afterMs);
}
