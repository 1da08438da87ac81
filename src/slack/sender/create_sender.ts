import { setMaxListeners } from 'node:events';
import type { WebClient } from '@slack/web-api';
import pLimit from 'p-limit';
import { createBatchLoader } from '../../concurrency/batch_loader.ts';
import type { Clock } from '../../core/clock.ts';
import { createChannelRateLimit } from '../../core/deliveries/channel_rate_limit.ts';
import type { Log } from '../../log.ts';
import { takeDeliveries } from '../../store/deliveries/deliveries.ts';
import { markSent, type PutBack, putBack, type Shown } from '../../store/deliveries/delivery_transitions.ts';
import type { Database } from '../../store/postgres/client/database.ts';
import { eachUnlessOutage } from '../../store/postgres/client/outage.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { UseCases } from '../../usecases/bind_use_cases.ts';
import { deliverChannel } from './deliver_channel.ts';
import type { Channel } from './send_delivery.ts';

/** So many channels are served at once; nearly all of that is waiting, for Slack or for a second to pass. */
export const channelsAtOnce = 1_000;

/** Cards drawn at the same time: each takes a few queries, and people's come first. */
const drawnAtOnce = 3;

/** A thousand channels that claim their next message cost a few statements. */
const inBatches = { ...eachUnlessOutage, maxBatch: 500 };

export interface SenderOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: WebClient;
  readonly telemetry: Telemetry;
  readonly usecases: Pick<UseCases, 'dropDelivery' | 'pauseWatches' | 'resumeChannel'>;
}

/** What the job of a channel does, with what all channels of this process share. */
export function createSender(
  options: SenderOptions,
): (channel: Channel, signal: AbortSignal) => Promise<void> {
  const { db, clock } = options;
  const ctx = {
    ...options,
    rateLimit: createChannelRateLimit(),
    drawing: pLimit(drawnAtOnce),
    take: createBatchLoader(
      (channels: readonly Channel[]) => takeDeliveries(db, channels, clock.now()),
      inBatches,
    ),
    note: createBatchLoader((shown: readonly Shown[]) => markSent(db, shown, clock.now()), inBatches),
    putBack: createBatchLoader((refused: readonly PutBack[]) => putBack(db, refused), inBatches),
  };
  return (channel, signal) => {
    // One signal for all jobs of a worker.
    setMaxListeners(0, signal);
    return deliverChannel(ctx, channel, signal);
  };
}
