import { probeAfterRefusals, quietRefusals, refusedPauseMs } from '../../core/deliveries/delivery_backoff.ts';
import { causeOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { forgetCard } from '../../store/apps/cards.ts';
import type { Delivery } from '../../store/deliveries/deliveries.ts';
import { forgetEdited, markUnclear } from '../../store/deliveries/delivery_transitions.ts';
import { bringBack, setAside } from '../../store/deliveries/refused_deliveries.ts';
import { attemptOf, type Channel, type DeliveryContext, type SendFailure } from './send_delivery.ts';

/** What a channel does after a message could not be shown. `unreachable`: again, each time a little later. */
export type Next =
  | { readonly kind: 'go_on' }
  /** This one was set aside; the next one tells whether that was right. */
  | { readonly kind: 'probe' }
  | { readonly kind: 'again'; readonly afterMs: number }
  | { readonly kind: 'unreachable' };

/** So long a channel keeps its place while Slack wants to hear nothing: waiting costs less than a new job. */
const shortMs = 5_000;
const tokenPauseMs = 60_000;

const goOn: Next = { kind: 'go_on' };
const again = (afterMs: number): Next => ({ kind: 'again', afterMs });

/**
 * Puts the message back where it waits, or leaves it out when Slack refuses it itself. Whoever comes late, because another attempt
 * has taken the message since, changes nothing and says so in the log.
 */
export async function afterFailure(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  failure: SendFailure,
  probing: boolean,
): Promise<Next> {
  const attempt = attemptOf(channel, delivery);
  switch (failure.kind) {
    case 'gone':
      return gone(ctx, channel, delivery, failure.code);
    case 'never':
      ctx.log.error({ delivery: delivery.id, slackError: failure.code }, 'Slack refuses a message of ours');
      return (await ctx.usecases.dropDelivery({ ...delivery, ...attempt, code: failure.code }))
        ? goOn
        : takenOver(ctx, delivery);
    case 'closed_door':
      return refused(ctx, channel, delivery, failure.code, 1);
    case 'refused':
      return (
        (await probes(ctx, channel, delivery, failure.code, probing)) ??
        refused(ctx, channel, delivery, failure.code, quietRefusals, probing)
      );
    case 'later':
      if ((await ctx.putBack({ ...attempt, trouble: null })) === null) return takenOver(ctx, delivery);
      return failure.afterMs <= shortMs ? goOn : again(failure.afterMs);
    case 'token':
      ctx.log.error(
        { slackError: failure.code },
        'Slack refuses SLACK_BOT_TOKEN; messages wait until it is replaced',
      );
      if ((await ctx.putBack({ ...attempt, trouble: failure.code })) === null)
        return takenOver(ctx, delivery);
      return again(tokenPauseMs);
    case 'unreachable':
      if ((await ctx.putBack({ ...attempt, trouble: null })) === null) return takenOver(ctx, delivery);
      return { kind: 'unreachable' };
    case 'unclear':
      // It stays marked as under way, so that the next try begins with a look.
      if (!(await markUnclear(ctx.db, attempt, ctx.clock.now()))) return takenOver(ctx, delivery);
      return { kind: 'unreachable' };
    case 'look_later':
      return failure.afterMs === null ? { kind: 'unreachable' } : again(failure.afterMs);
    case 'taken_over':
      return takenOver(ctx, delivery);
  }
}

/**
 * It waits, first in its channel. After the `pausesAt`-th refusal the channel counts as paused and its owners hear of it; a person who
 * cannot be written to has nobody to be told.
 */
async function refused(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  code: string,
  pausesAt: number,
  probing = false,
): Promise<Next> {
  const refusals = await ctx.putBack({ ...attemptOf(channel, delivery), trouble: code });
  if (refusals === null) return takenOver(ctx, delivery);
  const { workspaceId, channelId } = channel;
  ctx.log.warn(
    { delivery: delivery.id, channelId, slackError: code, refusals },
    'Slack takes no message there',
  );
  if (refusals >= pausesAt && !isPerson(channelId)) {
    await ctx.usecases.pauseWatches({ workspaceId, channelId, why: code });
  }
  if (probing) await bringBack(ctx.db, workspaceId, channelId);
  const needsPerson = pausesAt === 1 || isPerson(channelId);
  // The one that was set aside has waited longer.
  const counted = probing ? Math.max(refusals, probeAfterRefusals) : refusals;
  return again(refusedPauseMs(counted, needsPerson, Math.random()));
}

/**
 * A code that nobody knows may mean this message alone. After a while the next one is tried: if Slack takes it, this one waits behind all
 * others, so that it holds nothing up; if not, it was the channel, and everything keeps its place. Null: not now.
 */
async function probes(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  code: string,
  probing: boolean,
): Promise<Next | null> {
  const unlisted = causeOfRefusal(code) === 'unlisted';
  // What goes into the thread of a card must not overtake the card.
  const leads = delivery.message === null && delivery.cardTs === null;
  if (!unlisted || leads || probing || delivery.refusals + 1 < probeAfterRefusals) return null;
  const attempt = attemptOf(channel, delivery);
  const refusals = await ctx.putBack({ ...attempt, trouble: code });
  if (refusals === null) return takenOver(ctx, delivery);
  if (await setAside(ctx.db, attempt)) return { kind: 'probe' };
  return again(refusedPauseMs(refusals, false, Math.random()));
}

const isPerson = (channelId: string): boolean => /^[UWD]/.test(channelId);

/** Somebody deleted the card, or what was to be edited: it is posted anew, and the next thread begins there. */
async function gone(ctx: DeliveryContext, channel: Channel, delivery: Delivery, code: string): Promise<Next> {
  const { subject, subjectId, cardTs, edits } = delivery;
  // Nothing there was to be edited or answered: it is a refusal like another, and must not be tried without a pause.
  if (cardTs === null && edits === null) return refused(ctx, channel, delivery, code, quietRefusals);
  if (subject !== null && subjectId !== null && cardTs !== null) {
    await forgetCard(ctx.db, channel, subject, subjectId, cardTs);
  }
  if (edits !== null) await forgetEdited(ctx.db, attemptOf(channel, delivery));
  const refusals = await ctx.putBack({ ...attemptOf(channel, delivery), trouble: null });
  return refusals === null ? takenOver(ctx, delivery) : goOn;
}

/** Whoever has taken it serves the channel too; one more job does no harm. */
function takenOver(ctx: DeliveryContext, delivery: Delivery): Next {
  ctx.log.warn(
    { delivery: delivery.id, attempt: delivery.attempt },
    'This attempt came back too late: another one has the message, and nothing was changed',
  );
  return again(0);
}
