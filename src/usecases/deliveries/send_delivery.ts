import { type Delivery, messageToEdit, type SentMessage } from '../../core/deliveries/delivery.ts';
import { decideResend, type ResendDecision } from '../../core/deliveries/resend_decision.ts';
import type { SendFailure } from '../../core/deliveries/send_failure.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { holdsAttempt } from '../../store/deliveries/delivery_transitions.ts';
import { deliveryOutcomes } from '../../telemetry/metrics.ts';
import type { DeliveryContext, DrawnDelivery } from './delivery_context.ts';
import { dropEmptyDelivery } from './drop_delivery.ts';
import { recordResend, recordSent, requeueDelivery } from './record_delivery.ts';

/**
 * How an attempt ended. `takenSince`: Slack took the message at this time or later. `nothing_to_say`: what the delivery was about is gone,
 * so that it was dropped and nothing was sent.
 */
type AttemptEnd =
  | { readonly kind: 'sent'; readonly takenSince: Date }
  | { readonly kind: 'nothing_to_say' }
  | SendFailure;

/** Where Slack shows a message, and since when at the earliest. */
type TakenMessage = SentMessage & { readonly takenSince: Date };

/** After a pause of this length (a frozen process) it is checked that the attempt is still claimed, before anything is sent. */
const longAwayMs = 5_000;

/**
 * One attempt, as a part of the trace of what caused the message; counted with how it ended and how long it had waited by then.
 */
export function sendDelivery(ctx: DeliveryContext, delivery: Delivery): Promise<AttemptEnd> {
  const { metrics, tracing } = ctx.telemetry;
  return tracing.span({ name: 'delivery', cause: delivery.traceparent }, async (span) => {
    const end = await attemptDelivery(ctx, delivery);
    const outcome = deliveryOutcomes[end.kind];
    const waitedMs = ctx.clock.now().getTime() - delivery.queuedAt.getTime();
    metrics.delivery(outcome, Math.max(0, waitedMs) / 1_000);
    span.note({ outcome, card: delivery.message === null });
    return end;
  });
}

async function attemptDelivery(ctx: DeliveryContext, delivery: Delivery): Promise<AttemptEnd> {
  const claimedAt = performance.now();
  const drawn = await drawOrRequeue(ctx, delivery);
  if (drawn === null)
    return { kind: (await dropEmptyDelivery(ctx, delivery)) ? 'nothing_to_say' : 'claimed_elsewhere' };
  if (performance.now() - claimedAt > longAwayMs && !(await holdsAttempt(ctx.db, delivery)))
    return { kind: 'claimed_elsewhere' };
  const sent = await findOrSend(ctx, delivery, drawn);
  countForRateLimit(ctx, delivery, sent);
  if (!sent.ok) return sent.error;
  const { takenSince, ...sentMessage } = sent.value;
  const recorded = await recordSent(ctx, { delivery, sentMessage });
  return recorded ? { kind: 'sent', takenSince } : { kind: 'claimed_elsewhere' };
}

/** Nothing has left for Slack yet: what cannot be drawn now must not count as one with an unclear end. */
async function drawOrRequeue(ctx: DeliveryContext, delivery: Delivery): Promise<DrawnDelivery | null> {
  try {
    return await ctx.sender.draw(delivery);
  } catch (error) {
    if (delivery.unclearSince === null) await requeueDelivery(ctx, { delivery, code: null });
    throw error;
  }
}

/** Counted from Slack's answer; what follows is done while the channel waits anyway. */
function countForRateLimit(
  { rateLimit, clock }: DeliveryContext,
  { channelId }: Delivery,
  sent: Result<SentMessage, SendFailure>,
): void {
  const nowMs = clock.now().getTime();
  if (!sent.ok && sent.error.kind === 'rate_limited')
    rateLimit.exhausted(channelId, nowMs, sent.error.afterMs);
  else rateLimit.spent(channelId, nowMs);
}

/** Where Slack shows it now: the edited, found or new message. */
async function findOrSend(
  ctx: DeliveryContext,
  delivery: Delivery,
  drawn: DrawnDelivery,
): Promise<Result<TakenMessage, SendFailure>> {
  const send = async (maybeTwice: boolean): Promise<Result<TakenMessage, SendFailure>> => {
    const takenSince = ctx.clock.now();
    const sent = await drawn.send({ maybeTwice });
    return sent.ok ? Ok({ ...sent.value, takenSince }) : sent;
  };
  const edited = messageToEdit(delivery);
  // An edit may be made twice without harm.
  if (edited !== null) return send(edited.repeated);
  if (delivery.unclearSince === null) return send(delivery.repeated);
  const decision = await lookUp(ctx, delivery, delivery.unclearSince);
  if (!decision.ok) return decision;
  if (decision.value.kind === 'found')
    return Ok({ ts: decision.value.ts, postedIn: null, takenSince: delivery.triedAt });
  return send(delivery.repeated || decision.value.isBlind);
}

/** After an unclear end Slack may show the message already: it is looked up before it is sent again. */
async function lookUp(
  ctx: DeliveryContext,
  delivery: Delivery,
  unclearSince: Date,
): Promise<Result<Exclude<ResendDecision, { kind: 'wait' }>, SendFailure>> {
  const lookup = await ctx.sender.find(delivery);
  if (!lookup.ok) return Err({ kind: 'lookup_pending', afterMs: null });
  const decision = decideResend(lookup.value, ctx.clock.now().getTime() - unclearSince.getTime());
  if (decision.kind === 'wait') return Err({ kind: 'lookup_pending', afterMs: decision.afterMs });
  ctx.log.warn(
    { delivery: delivery.id, lookup: lookup.value, decision: decision.kind },
    'The last attempt to send a message had an unclear end',
  );
  if (decision.kind === 'send') {
    if (!(await recordResend(ctx, { delivery, isBlind: decision.isBlind })))
      return Err({ kind: 'claimed_elsewhere' });
    if (decision.isBlind) ctx.telemetry.metrics.resentBlindly();
  }
  return Ok(decision);
}
