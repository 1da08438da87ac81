import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../core/clock.ts';
import type { Pace } from '../../core/pace.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { type SecondTry, secondTry } from '../../core/second_try.ts';
import type { Log } from '../../log.ts';
import { type Delivery, markDropped, markTriedAgain } from '../../store/deliveries.ts';
import type { Database } from '../../store/postgres/database.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { eventMessage } from '../messages/event.ts';
import { edit, post } from './calls.ts';
import { drawCard } from './draw_card.ts';
import { lookFor } from './look.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { untilNoted } from './until_noted.ts';

export interface SendingContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: WebClient;
  readonly telemetry: Telemetry;
  readonly pace: Pace;
  /** Cards are drawn a few at a time. */
  drawing<T>(draw: () => Promise<T>): Promise<T>;
  /** Writes down where a message stands now. */
  note(shown: { readonly workspaceId: string; readonly id: string; readonly ts: string }): Promise<void>;
  /** Slack did not take it: it waits again. */
  putBack(refused: { readonly workspaceId: string; readonly id: string }): Promise<void>;
}

export interface To {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Why a message does not stand yet. `look_later`: it may, and that is looked at again; null when Slack is out of reach. */
export type Hindrance = Refusal | { readonly kind: 'look_later'; readonly afterMs: number | null };

/** Null when Slack shows it (or there is nothing to show any more). */
export async function send(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Hindrance | null> {
  const view =
    delivery.message === null
      ? await cardOrPutBack(ctx, to, delivery, signal)
      : eventMessage(delivery.message);
  if (view === null) {
    await markDropped(ctx.db, to.workspaceId, delivery.id, 'nothing_to_say');
    return null;
  }
  const shown = await show(ctx, to, delivery, view);
  keepPace(ctx, to.channelId, shown);
  if (!shown.ok) return shown.error;
  // A database that goes away just now must not make Slack show the same message twice.
  await untilNoted(() => ctx.note({ workspaceId: to.workspaceId, id: delivery.id, ts: shown.value }), signal);
  return null;
}

/** Nothing has left for Slack yet: a card that cannot be drawn now must not pass for one that may stand already. */
async function cardOrPutBack(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<MessageView | null> {
  try {
    return await ctx.drawing(() => drawCard(ctx, to.workspaceId, delivery));
  } catch (error) {
    if (delivery.unclearSince === null) {
      await untilNoted(() => ctx.putBack({ workspaceId: to.workspaceId, id: delivery.id }), signal);
    }
    throw error;
  }
}

/** Counted from Slack's answer; what follows is done while the channel waits anyway. */
function keepPace({ pace, clock }: SendingContext, channel: string, shown: Result<string, Hindrance>): void {
  const nowMs = clock.now().getTime();
  if (!shown.ok && shown.error.kind === 'later') pace.exhausted(channel, nowMs, shown.error.afterMs);
  else pace.spent(channel, nowMs);
}

/** Where Slack shows it now: the `ts` of the edited, found or new message. */
async function show(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  view: MessageView,
): Promise<Result<string, Hindrance>> {
  const isCard = delivery.message === null;
  const standing = delivery.cardTs;
  // An edit may be made twice without harm.
  if (isCard && standing !== null) return asked(() => edit(ctx.client, to.channelId, standing, view));
  const place = { channel: to.channelId, threadTs: isCard ? null : standing };
  const step = await beforePosting(ctx, to, delivery, place.threadTs);
  if (!step.ok) return step;
  if (step.value.kind === 'stands') return Ok(step.value.ts);
  const repeat = delivery.repeated || step.value.blindly;
  return asked(() => post(ctx.client, place, view, { deliveryId: delivery.id, repeat }));
}

/** A message whose last try ended unseen may stand already: it is looked for before it is sent again. */
async function beforePosting(
  ctx: SendingContext,
  to: To,
  delivery: Delivery,
  threadTs: string | null,
): Promise<Result<Exclude<SecondTry, { kind: 'wait' }>, Hindrance>> {
  const { id: deliveryId, unclearSince, triedAt } = delivery;
  if (unclearSince === null) return Ok({ kind: 'send', blindly: false });
  const look = await asked(() =>
    lookFor(ctx.client, { deliveryId, channelId: to.channelId, threadTs, since: triedAt }),
  );
  if (!look.ok) return Err({ kind: 'look_later', afterMs: null });
  const now = ctx.clock.now();
  const step = secondTry(look.value, now.getTime() - unclearSince.getTime());
  if (step.kind === 'wait') return Err({ kind: 'look_later', afterMs: step.afterMs });
  ctx.log.warn({ delivery: deliveryId, look: look.value, step: step.kind }, 'The last try ended unseen');
  if (step.kind === 'send') {
    await markTriedAgain(ctx.db, to.workspaceId, deliveryId, step.blindly, now);
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
