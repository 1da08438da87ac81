import type { ChannelRateLimit } from '../../core/deliveries/channel_rate_limit.ts';
import type { Delivery, SentMessage } from '../../core/deliveries/delivery.ts';
import type { SentMessageLookup } from '../../core/deliveries/resend_decision.ts';
import type { CallFailure } from '../../core/deliveries/send_failure.ts';
import type { Result } from '../../core/result.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Context } from '../changes/context.ts';
import type { DeliveryBatches } from './record_delivery.ts';

/** What the job of a channel works with; all but the signal is shared by the channels of a process. */
export interface DeliveryContext extends Pick<Context, 'db' | 'clock' | 'newId' | 'log'> {
  readonly telemetry: Telemetry;
  readonly sender: Sender;
  readonly rateLimit: ChannelRateLimit;
  readonly batches: DeliveryBatches;
  /** Aborted when the process stops and does not want to wait any longer. */
  readonly signal: AbortSignal;
}

/** Slack's side (slack/sender): draws a delivery, sends it, and finds it again. Expected failures are values. */
export interface Sender {
  /** Null when what it was about is gone. Throws when it cannot be drawn now; nothing has left for Slack then. */
  draw(delivery: Delivery): Promise<DrawnDelivery | null>;
  /** Looks for its message in Slack. */
  find(delivery: Delivery): Promise<Result<SentMessageLookup, CallFailure>>;
}

export interface DrawnDelivery {
  /** Edits or posts the message. `maybeTwice`: Slack may show it already, and the message says so. */
  send(options: { readonly maybeTwice: boolean }): Promise<Result<SentMessage, CallFailure>>;
}
