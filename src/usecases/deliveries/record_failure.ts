import type { Delivery } from '../../core/deliveries/delivery.ts';
import {
  claimedElsewhere,
  decideAfterFailure,
  type QueueAction,
  type RefusalRule,
  refusedDelayMs,
} from '../../core/deliveries/failure_decision.ts';
import type { SendFailure } from '../../core/deliveries/send_failure.ts';
import { causeOfRefusal, type RefusalCause } from '../../core/deliveries/slack_error_codes.ts';
import { isDirectMessage } from '../../core/slack_ids.ts';
import { forgetCard } from '../../store/apps/cards.ts';
import {
  endDeferral,
  forgetEditedMessage,
  markDeferred,
} from '../../store/deliveries/delivery_transitions.ts';
import { noteRefusedOwner } from '../../store/ownership/owner_contacts.ts';
import { pauseWatches } from './closed_channels.ts';
import type { DeliveryContext } from './delivery_context.ts';
import { dropDelivery } from './drop_delivery.ts';
import { recordUnclearEnd, recordUntilSaved, requeueDelivery } from './record_delivery.ts';

/** An attempt that failed; `isProbe`: the delivery before it was deferred, and this one shows whether that was right. */
export interface FailedAttempt {
  readonly delivery: Delivery;
  readonly failure: SendFailure;
  readonly isProbe: boolean;
}

/**
 * Records a failed attempt as core/deliveries/failure_decision.ts decides, and returns what its channel does next. An attempt that
 * comes too late, because another one has claimed the delivery, changes nothing and says so in the log.
 */
export async function recordFailure(ctx: DeliveryContext, input: FailedAttempt): Promise<QueueAction> {
  const { delivery, failure, isProbe } = input;
  logFailure(ctx, input);
  const decision = decideAfterFailure(failure, delivery, isProbe);
  switch (decision.transition) {
    case null:
      return decision.next;
    case 'drop': {
      const dropped = await recordUntilSaved(ctx, () => dropDelivery(ctx, { delivery, code: decision.code }));
      return dropped ? decision.next : tooLate(ctx, delivery);
    }
    case 'mark_unclear':
      return (await recordUnclearEnd(ctx, delivery)) ? decision.next : tooLate(ctx, delivery);
    case 'requeue':
      if (decision.forgetsTarget) await recordUntilSaved(ctx, () => forgetTarget(ctx, delivery));
      return (await requeueDelivery(ctx, { delivery, code: decision.code })) === null
        ? tooLate(ctx, delivery)
        : decision.next;
    case 'requeue_refused':
      return requeueRefused(ctx, delivery, decision.code, decision.rule);
    case 'defer':
      return defer(ctx, delivery, decision.code);
  }
}

function logFailure({ log }: DeliveryContext, { delivery, failure }: FailedAttempt): void {
  if (failure.kind === 'message_refused')
    log.error({ delivery: delivery.id, slackError: failure.code }, 'Slack refuses a message of ours');
  if (failure.kind === 'token_refused')
    log.error(
      { slackError: failure.code },
      'Slack refuses SLACK_BOT_TOKEN; messages wait until it is replaced',
    );
  if (failure.kind === 'claimed_elsewhere') tooLate({ log }, delivery);
}

/** What says of a direct message that its person cannot be written to; by a person's id Slack also answers that there is no such channel. */
const saysOfPerson: ReadonlySet<RefusalCause> = new Set(['person_unreachable', 'unknown_channel']);

/** It waits, first in its channel; when it was refused for too long, the watches of the channel pause and their owners are notified. */
async function requeueRefused(
  ctx: DeliveryContext,
  delivery: Delivery,
  code: string,
  rule: RefusalRule,
): Promise<QueueAction> {
  const refusals = await requeueDelivery(ctx, { delivery, code });
  if (refusals === null) return tooLate(ctx, delivery);
  const { id, workspaceId, channelId } = delivery;
  ctx.log.warn({ delivery: id, channelId, slackError: code, refusals }, 'Slack takes no message there');
  if (isDirectMessage(channelId) && saysOfPerson.has(causeOfRefusal(code)))
    await noteRefusedOwner(ctx.db, workspaceId, channelId, ctx.clock.now());
  if (refusals >= rule.pausesAfter) await pauseWatches(ctx, { workspaceId, channelId, why: code });
  if (rule.isProbe) await recordUntilSaved(ctx, () => endDeferral(ctx.db, delivery));
  return { kind: 'retry', afterMs: refusedDelayMs(refusals, rule, Math.random()) };
}

/** It waits behind the others of its channel, when there are any. */
async function defer(ctx: DeliveryContext, delivery: Delivery, code: string): Promise<QueueAction> {
  const refusals = await requeueDelivery(ctx, { delivery, code });
  if (refusals === null) return tooLate(ctx, delivery);
  if (await recordUntilSaved(ctx, () => markDeferred(ctx.db, delivery))) return { kind: 'probe' };
  const afterMs = refusedDelayMs(refusals, { needsPerson: false, isProbe: false }, Math.random());
  return { kind: 'retry', afterMs };
}

/** The card, or the message that was to be edited, was deleted in Slack: it is posted again, and its thread begins there. */
async function forgetTarget({ db }: DeliveryContext, delivery: Delivery): Promise<void> {
  const { subject, subjectId, cardTs, edits } = delivery;
  if (subject !== null && subjectId !== null && cardTs !== null)
    await forgetCard(db, delivery, { subject, subjectId }, cardTs);
  if (edits !== null) await forgetEditedMessage(db, delivery);
}

function tooLate({ log }: Pick<DeliveryContext, 'log'>, { id, attempt }: Delivery): QueueAction {
  log.warn(
    { delivery: id, attempt },
    'This attempt came back too late: another one has the message, and nothing was changed',
  );
  return claimedElsewhere;
}
