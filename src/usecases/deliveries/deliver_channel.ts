import { setMaxListeners } from 'node:events';
import { wait } from '../../concurrency/wait.ts';
import { createChannelRateLimit } from '../../core/deliveries/channel_rate_limit.ts';
import type { Channel } from '../../core/deliveries/delivery.ts';
import { type QueueAction, unreachableDelayMs } from '../../core/deliveries/failure_decision.ts';
import { enqueue } from '../../store/jobs.ts';
import { resumeChannel } from './closed_channels.ts';
import type { DeliveryContext } from './delivery_context.ts';
import { claimDelivery, createDeliveryBatches } from './record_delivery.ts';
import { recordFailure } from './record_failure.ts';
import { sendDelivery } from './send_delivery.ts';

/** Channels that are served at once; nearly all of their jobs wait, for Slack or for the rate limit. */
export const channelsAtOnce = 1_000;

/** A long queue is shared out over several jobs, so that a process that stops is soon done. */
const deliveriesPerJob = 60;

/** `failures`: how often in a row Slack could not be reached for this channel. */
export interface DeliveryJob extends Channel {
  readonly failures: number;
}

export type DeliveryOptions = Omit<DeliveryContext, 'rateLimit' | 'batches' | 'signal'>;

/** What the job of a channel does. */
export function createDeliver(
  options: DeliveryOptions,
): (job: DeliveryJob, signal: AbortSignal) => Promise<void> {
  const shared = {
    ...options,
    rateLimit: createChannelRateLimit(),
    batches: createDeliveryBatches(options),
  };
  return (job, signal) => {
    // One signal for all jobs of a worker.
    setMaxListeners(0, signal);
    return deliverChannel({ ...shared, signal }, job);
  };
}

/**
 * Sends what waits in a channel, oldest first, as fast as Slack takes it. One job at a time runs it for a channel. It never fails
 * for what Slack does: the delivery stays first in its queue, and the job runs again when that makes sense.
 */
async function deliverChannel(ctx: DeliveryContext, job: DeliveryJob): Promise<void> {
  let isProbe = false;
  for (let count = 0; count < deliveriesPerJob && !ctx.signal.aborted; count += 1) {
    const waitMs = ctx.rateLimit.waitMs(job.channelId, ctx.clock.now().getTime());
    if (waitMs > 0) await wait(waitMs, ctx.signal);
    if (ctx.signal.aborted) break;
    const delivery = await claimDelivery(ctx, job);
    if (delivery === null) return;
    const end = await sendDelivery(ctx, delivery);
    if (end.kind === 'sent' || end.kind === 'nothing_to_say') {
      isProbe = false;
      if (end.kind === 'sent' && delivery.channelPaused)
        await resumeChannel(ctx, { ...job, takenSince: end.takenSince });
      continue;
    }
    const next = await recordFailure(ctx, { delivery, failure: end, isProbe });
    if (next.kind === 'retry' || next.kind === 'back_off') return runAgain(ctx, job, next);
    isProbe = next.kind === 'probe';
  }
  await runAgain(ctx, job, { kind: 'retry', afterMs: 0 });
}

async function runAgain(
  { db }: DeliveryContext,
  { workspaceId, channelId, failures }: DeliveryJob,
  next: Extract<QueueAction, { kind: 'retry' | 'back_off' }>,
): Promise<void> {
  const job = { task: 'deliver', workspaceId, channelId } as const;
  return next.kind === 'retry'
    ? enqueue(db, { ...job, failures: 0 }, next.afterMs)
    : enqueue(db, { ...job, failures: failures + 1 }, unreachableDelayMs(failures, Math.random()));
}
