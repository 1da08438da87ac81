import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../core/clock.ts';
import type { ChannelRateLimit } from '../../core/deliveries/channel_rate_limit.ts';
import { type ResendDecision, resendDecision } from '../../core/deliveries/resend_decision.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import type { Delivery } from '../../store/deliveries/deliveries.ts';
import {
  type Attempt,
  holdsAttempt,
  markDropped,
  markTriedAgain,
  type PutBack,
  type Shown,
} from '../../store/deliveries/delivery_transitions.ts';
import type { Database } from '../../store/postgres/client/database.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { UseCases } from '../../usecases/bind_use_cases.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { eventMessage } from '../messages/events/event_message.ts';
import { drawCard } from './draw_card.ts';
import { lookFor } from './find_sent_message.ts';
import { edit, post, type Stands } from './post_message.ts';
import { recordUntilSaved } from './record_until_saved.ts';
import { type Refusal, refusalOf } from './send_failure.ts';

export interface SendingContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: WebClient;
  readonly telemetry: Telemetry;
  readonly rateLimit: ChannelRateLimit;
  /** Cards are drawn a few at a time. */
  drawing<T>(draw: () => Promise<T>): Promise<T>;
  /** Writes down where a message stands now; false when another attempt has it. */
  note(shown: Shown): Promise<boolean>;
  /** Slack did not take it: it waits again. Answers how often Slack has refused it; null when another attempt has it. */
  putBack(refused: PutBack): Promise<number | null>;
}

export interface DeliveryContext extends SendingContext {
  /** The next message of a channel, marked as under way. */
  take(channel: Channel): Promise<Delivery | null>;
  readonly usecases: Pick<UseCases, 'dropDelivery' | 'pauseWatches' | 'resumeChannel'>;
}

export interface Channel {
  readonly workspaceId: string;
  readonly channelId: string;
  /** How often in a row Slack could not be reached for this channel. */
  readonly failures: number;
}

export interface To {
  readonly workspaceId: string;
  readonly channelId: string;
}

/**
 * Why a message does not stand yet. `look_later`: it may, and that is looked at again; null when Slack is out of reach. `taken_over`:
 * this process was away for so long that another one has it.
 */
export type SendFailure =
  | Refusal
  | { readonly kind: 'look_later'; readonly afterMs: number | null }
  | { readonly kind: 'taken_over' };

/** A process that was frozen for so long asks whether its attempt is still its own, before it says anything. */
const longAwayMs = 5_000;

export const attemptOf = ({ workspaceId }: To, { id, attempt }: Delivery): Attempt => ({
  workspaceId,
  id,
  attempt,
});

/** Null when Slack shows it (or there is nothing to show any more). */
export async function send(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<SendFailure | null> {
  const takenAt = performance.now();
  const attempt = attemptOf(to, delivery);
  const view = await viewOrPutBack(ctx, to, delivery, signal);
  if (view === null) {
    const dropped = await markDropped(ctx.db, attempt, { trouble: 'nothing_to_say', refusedAt: null });
    return dropped ? null : { kind: 'taken_over' };
  }
  if (performance.now() - takenAt > longAwayMs && !(await holdsAttempt(ctx.db, attempt)))
    return { kind: 'taken_over' };
  const shown = await show(ctx, to, delivery, view);
  keepRateLimit(ctx, to.channelId, shown);
  if (!shown.ok) return shown.error;
  // A database that goes away just now must not make Slack show the same message twice.
  const noted = await recordUntilSaved(() => ctx.note({ ...attempt, ...shown.value }), signal);
  return noted ? null : { kind: 'taken_over' };
}

/** Nothing has left for Slack yet: what cannot be drawn now must not pass for one that may stand already. */
async function viewOrPutBack(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<MessageView | null> {
  try {
    return delivery.message === null
      ? await ctx.drawing(() => drawCard(ctx, to.workspaceId, delivery))
      : eventMessage(delivery.message);
  } catch (error) {
    if (delivery.unclearSince === null) {
      await recordUntilSaved(() => ctx.putBack({ ...attemptOf(to, delivery), trouble: null }), signal);
    }
    throw error;
  }
}

/** Counted from Slack's answer; what follows is done while the channel waits anyway. */
function keepRateLimit(
  { rateLimit, clock }: SendingContext,
  channel: string,
  shown: Result<Stands, SendFailure>,
): void {
  const nowMs = clock.now().getTime();
  if (!shown.ok && shown.error.kind === 'later') rateLimit.exhausted(channel, nowMs, shown.error.afterMs);
  else rateLimit.spent(channel, nowMs);
}

/** Where Slack shows it now: the edited, found or new message. */
async function show(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  view: MessageView,
): Promise<Result<Stands, SendFailure>> {
  const isCard = delivery.message === null;
  const sentMessage = isCard && delivery.cardTs !== null ? { ...to, ts: delivery.cardTs } : delivery.edits;
  // An edit may be made twice without harm.
  if (sentMessage !== null) return asked(() => edit(ctx.client, sentMessage.channelId, sentMessage.ts, view));
  const place = { channel: to.channelId, threadTs: isCard ? null : delivery.cardTs };
  const step = await beforePosting(ctx, to, delivery, place.threadTs);
  if (!step.ok) return step;
  if (step.value.kind === 'stands') return Ok({ ts: step.value.ts, postedIn: null });
  const repeat = delivery.repeated || step.value.blindly;
  return asked(() => post(ctx.client, place, view, { deliveryId: delivery.id, repeat }));
}

/** A message whose last try ended unseen may stand already: it is looked for before it is sent again. */
async function beforePosting(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  threadTs: string | null,
): Promise<Result<Exclude<ResendDecision, { kind: 'wait' }>, SendFailure>> {
  const { id: deliveryId, unclearSince, triedAt } = delivery;
  if (unclearSince === null) return Ok({ kind: 'send', blindly: false });
  const lookup = await asked(() =>
    lookFor(ctx.client, { deliveryId, channelId: to.channelId, threadTs, since: triedAt }),
  );
  if (!lookup.ok) return Err({ kind: 'look_later', afterMs: null });
  const now = ctx.clock.now();
  const step = resendDecision(lookup.value, now.getTime() - unclearSince.getTime());
  if (step.kind === 'wait') return Err({ kind: 'look_later', afterMs: step.afterMs });
  ctx.log.warn({ delivery: deliveryId, lookup: lookup.value, step: step.kind }, 'The last try ended unseen');
  if (step.kind === 'send') {
    if (!(await markTriedAgain(ctx.db, attemptOf(to, delivery), step.blindly, now)))
      return Err({ kind: 'taken_over' });
    if (step.blindly) ctx.telemetry.metrics.sentBlindly();
  }
  return Ok(step);
}

async function asked<T>(call: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return Ok(await call());
  } catch (error) {
    return Err(refusalOf(error));
  }
}
