import type { Delivery } from '../../store/deliveries.ts';
import { type Hindrance, type SendingContext, send, type To } from './send.ts';

/** `send`, and how it ended is told together with how long the message has waited by then. */
export async function sendWatched(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Hindrance | null> {
  const hindrance = await send(ctx, to, delivery, signal);
  const waitedMs = ctx.clock.now().getTime() - delivery.queuedAt.getTime();
  ctx.telemetry.metrics.delivery(hindrance?.kind ?? 'shown', Math.max(0, waitedMs) / 1_000);
  return hindrance;
}
