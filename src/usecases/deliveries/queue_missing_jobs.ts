import { readWaitingChannels } from '../../store/deliveries/deliveries.ts';
import { enqueueAll } from '../../store/jobs.ts';
import type { Context } from '../changes/context.ts';

/** More channels than a workspace has: each run looks at all of them. */
const batchSize = 500;
const maxBatches = 200;

/**
 * Queues the job of each channel in which something waits and that has none: releases up to 0.2.0 could fail to add it, and a database
 * may be restored without its queue. A job that failed too often stays as it is, for people to look at. Cost: two rows by index for each
 * channel in which something waits.
 */
export async function queueMissingJobs(
  { db, log }: Pick<Context, 'db' | 'log'>,
  workspaceId: string,
): Promise<void> {
  let after = '';
  for (let count = 0; count < maxBatches; count += 1) {
    const channels = await readWaitingChannels(db, workspaceId, { after, most: batchSize });
    const lost = channels.filter(({ hasJob }) => !hasJob);
    if (lost.length > 0) {
      log.warn({ workspaceId, channels: lost.length }, 'Messages waited without a job; it is queued now');
      await enqueueAll(
        db,
        lost.map(({ channelId }) => ({ task: 'deliver', workspaceId, channelId })),
      );
    }
    const last = channels[batchSize - 1];
    if (last === undefined) return;
    after = last.channelId;
  }
}
