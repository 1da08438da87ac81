import { backoffMs } from '../../concurrency/backoff.ts';
import { isDirectMessage } from '../slack_ids.ts';
import type { Delivery } from './delivery.ts';
import type { SendFailure } from './send_failure.ts';
import { causeOfRefusal } from './slack_error_codes.ts';

/**
 * What a channel does after a failure. `continue`: with the first delivery of its queue. `probe`: the refused delivery was deferred, and the next
 * one shows whether that was right. `retry`: after this time. `back_off`: each time a little later.
 */
export type QueueAction =
  | { readonly kind: 'continue' }
  | { readonly kind: 'probe' }
  | { readonly kind: 'back_off' }
  | { readonly kind: 'retry'; readonly afterMs: number };

/** How a refusal counts: after several of them the watches of the channel pause. */
export interface RefusalRule {
  readonly pausesAfter: number;
  /** It does not pass by itself: a retry is only for the case that a person changed it without pressing a button. */
  readonly needsPerson: boolean;
  /** This delivery was the probe: its refusal says that it is the channel, not the deferred delivery. */
  readonly isProbe: boolean;
}

/** What is recorded of a failed attempt, by the transition it takes; null: nothing changes. */
export type FailureDecision =
  | { readonly transition: null; readonly next: QueueAction }
  | { readonly transition: 'mark_unclear'; readonly next: QueueAction }
  | { readonly transition: 'drop'; readonly code: string; readonly next: QueueAction }
  /** `forgetsTarget`: what it was to edit, or the card whose thread it goes to, is posted anew. */
  | {
      readonly transition: 'requeue';
      readonly code: string | null;
      readonly forgetsTarget: boolean;
      readonly next: QueueAction;
    }
  | { readonly transition: 'requeue_refused'; readonly code: string; readonly rule: RefusalRule }
  | { readonly transition: 'defer'; readonly code: string };

/** The longest rate limit for which a channel keeps its job: waiting costs less than a new job. */
const keepsJobMs = 5_000;
const tokenDelayMs = 60_000;

/** Refusals that may pass and are retried after a short delay; after more the watches pause, and their owners are notified. */
const passingRefusals = 4;
/** Refusals with an unlisted code after which the next delivery is tried: Slack may refuse this message, not the channel. */
export const probeAfterRefusals = passingRefusals + 2;

const goOn: QueueAction = { kind: 'continue' };
const backOff: QueueAction = { kind: 'back_off' };
const retry = (afterMs: number): QueueAction => ({ kind: 'retry', afterMs });
const requeue = (code: string | null, next: QueueAction, forgetsTarget = false): FailureDecision => ({
  transition: 'requeue',
  code,
  forgetsTarget,
  next,
});

/** `isProbe`: the delivery before it was deferred, and this one shows whether that was right. */
export function decideAfterFailure(
  failure: SendFailure,
  delivery: Delivery,
  isProbe: boolean,
): FailureDecision {
  switch (failure.kind) {
    case 'message_refused':
      return { transition: 'drop', code: failure.code, next: goOn };
    case 'target_missing':
      // Where nothing was to be edited or answered it is a refusal like any other, and must not be retried without a delay.
      return delivery.cardTs === null && delivery.edits === null
        ? refused(delivery, failure.code, {
            pausesAfter: passingRefusals,
            needsPerson: false,
            isProbe: false,
          })
        : requeue(null, goOn, true);
    case 'channel_closed':
      return refused(delivery, failure.code, { pausesAfter: 1, needsPerson: true, isProbe: false });
    case 'refused':
      return shouldDefer(failure.code, delivery, isProbe)
        ? { transition: 'defer', code: failure.code }
        : refused(delivery, failure.code, { pausesAfter: passingRefusals, needsPerson: false, isProbe });
    case 'rate_limited':
      return requeue(null, failure.afterMs <= keepsJobMs ? goOn : retry(failure.afterMs));
    case 'token_refused':
      return requeue(failure.code, retry(tokenDelayMs));
    case 'unreachable':
      return requeue(null, backOff);
    case 'unclear_end':
      return { transition: 'mark_unclear', next: backOff };
    case 'lookup_pending':
      return { transition: null, next: failure.afterMs === null ? backOff : retry(failure.afterMs) };
    case 'claimed_elsewhere':
      return { transition: null, next: claimedElsewhere };
  }
}

/** The process that claimed the delivery serves its channel too; one more job does no harm. */
export const claimedElsewhere: QueueAction = retry(0);

/** When a direct message is refused, nobody is notified: it would have to be a direct message to the same person. */
function refused({ channelId }: Delivery, code: string, rule: RefusalRule): FailureDecision {
  return {
    transition: 'requeue_refused',
    code,
    rule: isDirectMessage(channelId)
      ? { ...rule, pausesAfter: Number.POSITIVE_INFINITY, needsPerson: true }
      : rule,
  };
}

/**
 * An unlisted code may mean this delivery alone. After a while the next one is tried: when Slack takes it, this one waits behind
 * all others, so that it holds nothing up; when not, it was the channel, and everything keeps its place.
 */
function shouldDefer(code: string, delivery: Delivery, isProbe: boolean): boolean {
  // What goes into the thread of a card must not overtake the card.
  const leadsThread = delivery.message === null && delivery.cardTs === null;
  const isUnlisted = causeOfRefusal(code) === 'unlisted';
  return isUnlisted && !leadsThread && !isProbe && delivery.refusals + 1 >= probeAfterRefusals;
}

/**
 * How long the channel waits after the `refusals`-th refusal (1: the first) of its first delivery. `chance` (0 to 1) keeps those
 * apart who were refused together.
 */
export function refusedDelayMs(
  refusals: number,
  { needsPerson, isProbe }: Pick<RefusalRule, 'needsPerson' | 'isProbe'>,
  chance: number,
): number {
  // The deferred delivery has waited longer than its probe.
  const counted = isProbe ? Math.max(refusals, probeAfterRefusals) : refusals;
  return backoffMs(needsPerson ? needsPersonBackoff : passingBackoff, counted - 1, chance);
}
const needsPersonBackoff = { firstMs: 15_000, longestMs: 600_000 };
const passingBackoff = { firstMs: 1_000, longestMs: 300_000 };

/** The delay after `failures` attempts in a row that did not reach Slack. */
export function unreachableDelayMs(failures: number, chance: number): number {
  return backoffMs({ firstMs: 1_000, longestMs: 60_000 }, failures, chance);
}
