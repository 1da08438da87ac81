import { setTimeout as wait } from 'node:timers/promises';
import { pauseMs } from '../../core/deliveries/resend_decision.ts';
import { enqueue } from '../../store/jobs.ts';
import { afterFailure } from './after_failure.ts';
import type { Channel, DeliveryContext } from './send_delivery.ts';
import { sendWatched } from './send_traced.ts';

/** A long queue is shared out over several jobs, so that a process that stops is soon done. */
const atOnce = 60;

/**
 * Sends what waits in a channel, oldest first, at the pace Slack takes it. Run by one job at a time per channel. It never
 * fails for what Slack does: the message stays first in its queue, and the job comes again when it makes sense.
 */
export async function deliverChannel(
  ctx: DeliveryContext,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  let probing = false;
  for (let sent = 0; sent < atOnce && !signal.aborted; sent += 1) {
    const waitMs = ctx.rateLimit.waitMs(channel.channelId, ctx.clock.now().getTime());
    if (waitMs > 0) await wait(waitMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const delivery = await ctx.take(channel);
    if (delivery === null) return;
    const failure = await sendWatched(ctx, channel, delivery, signal);
    if (failure === null) {
      probing = false;
      if (delivery.channelPaused) await ctx.usecases.resumeChannel(channel);
      continue;
    }
    const next = await afterFailure(ctx, channel, delivery, failure, probing);
    probing = next.kind === 'probe';
    if (next.kind === 'go_on' || next.kind === 'probe') continue;
    return next.kind === 'unreachable'
      ? comeAgain(ctx, channel, pauseMs(channel.failures, Math.random()), channel.failures + 1)
      : comeAgain(ctx, channel, next.afterMs, 0);
  }
  await comeAgain(ctx, channel, 0, 0);
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
