import type { Delivery } from '../../store/deliveries/deliveries.ts';
import { type SendFailure, type SendingContext, send, type To } from './send_delivery.ts';

/** `send`, as a part of the trace of what caused the message. How it ended is told, and how long it had waited by then. */
export async function sendWatched(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<SendFailure | null> {
  const { metrics, tracing } = ctx.telemetry;
  return tracing.span({ name: 'delivery', cause: delivery.traceparent }, async (span) => {
    const failure = await send(ctx, to, delivery, signal);
    const outcome = failure?.kind ?? 'shown';
    const waitedMs = ctx.clock.now().getTime() - delivery.queuedAt.getTime();
    metrics.delivery(outcome, Math.max(0, waitedMs) / 1_000);
    span.note({ outcome, card: delivery.message === null });
    return failure;
  });
}
