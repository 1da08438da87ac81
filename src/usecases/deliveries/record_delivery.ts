import { createBatchLoader } from '../../concurrency/batch_loader.ts';
import { retry } from '../../concurrency/retry.ts';
import type { Attempt, Channel, Delivery, SentMessage } from '../../core/deliveries/delivery.ts';
import { claimDeliveries } from '../../store/deliveries/claim_deliveries.ts';
import {
  markRequeued,
  markResent,
  markSent,
  markUnclear,
} from '../../store/deliveries/delivery_transitions.ts';
import { databaseBatches, isDatabaseDown } from '../../store/postgres/client/outage.ts';
import type { Context } from '../changes/context.ts';

/** A thousand channels that claim their next delivery, or record what became of it, cost a few statements. */
export interface DeliveryBatches {
  claim(channel: Channel): Promise<Delivery | null>;
  sent(sent: Attempt & SentMessage): Promise<boolean>;
  requeued(requeued: Attempt & { readonly code: string | null }): Promise<number | null>;
}

export function createDeliveryBatches({ db, clock }: Pick<Context, 'db' | 'clock'>): DeliveryBatches {
  const options = { ...databaseBatches, maxBatch: 500 };
  return {
    claim: createBatchLoader((channels) => claimDeliveries(db, channels, clock.now()), options),
    sent: createBatchLoader((sent) => markSent(db, sent, clock.now()), options),
    requeued: createBatchLoader((requeued) => markRequeued(db, requeued), options),
  };
}

/** `signal`: aborted when the process stops and does not want to wait any longer. */
interface RecordContext extends Pick<Context, 'db' | 'clock'> {
  readonly batches: DeliveryBatches;
  readonly signal: AbortSignal;
}

const outageBackoff = { firstMs: 100, longestMs: 2_000 };

/**
 * Records what has already happened, with retries for as long as the database is away: no other process knows it, and Slack might
 * show the same message twice. Throws what is no outage, and the outage when the process stops.
 */
export function recordUntilSaved<T>(
  { signal }: Pick<RecordContext, 'signal'>,
  write: () => Promise<T>,
): Promise<T> {
  return retry(write, { delay: outageBackoff, retryIf: isDatabaseDown, signal, lastTryOnAbort: true });
}

/** The next delivery of a channel, as a new attempt of this process; null when nothing waits. */
export function claimDelivery(
  ctx: Pick<RecordContext, 'batches'>,
  channel: Channel,
): Promise<Delivery | null> {
  return ctx.batches.claim(channel);
}

// The following answer false, or null, when another attempt has claimed the delivery: nothing has changed then.

export function recordSent(
  ctx: RecordContext,
  { delivery, sentMessage }: { readonly delivery: Delivery; readonly sentMessage: SentMessage },
): Promise<boolean> {
  return recordUntilSaved(ctx, () => ctx.batches.sent({ ...delivery, ...sentMessage }));
}

/** Slack did not take it. `code`: Slack's error code, when it refused. Returns how often it has. */
export function requeueDelivery(
  ctx: RecordContext,
  { delivery, code }: { readonly delivery: Delivery; readonly code: string | null },
): Promise<number | null> {
  return recordUntilSaved(ctx, () => ctx.batches.requeued({ ...delivery, code }));
}

/** It is not known whether Slack carried out the attempt: the next one begins with a lookup. */
export function recordUnclearEnd(ctx: RecordContext, delivery: Delivery): Promise<boolean> {
  return recordUntilSaved(ctx, () => markUnclear(ctx.db, delivery, ctx.clock.now()));
}

/** It is about to be resent after an unclear end; written first, so that a blind resend is counted whatever happens. */
export function recordResend(
  ctx: RecordContext,
  { delivery, isBlind }: { readonly delivery: Delivery; readonly isBlind: boolean },
): Promise<boolean> {
  return markResent(ctx.db, delivery, isBlind, ctx.clock.now());
}
