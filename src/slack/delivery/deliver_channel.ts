import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../core/clock.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import {
  type Delivery,
  markDropped,
  markSent,
  putBack,
  readCardTs,
  saveCardTs,
  takeDelivery,
} from '../../store/deliveries.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Database } from '../../store/postgres/database.ts';
import type { UseCases } from '../../usecases/index.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { draw } from './draw.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { untilNoted } from './until_noted.ts';

export interface DeliveryContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: WebClient;
  readonly usecases: Pick<UseCases, 'pauseWatches' | 'resumeChannel'>;
}

export interface Channel {
  readonly workspaceId: string;
  readonly channelId: string;
  /** How often in a row Slack could not be reached for this channel. */
  readonly failures: number;
}

/** A long queue is shared out over several jobs, so that no channel keeps a worker to itself. */
const atOnce = 20;
const tokenPauseMs = 60_000;

/**
 * Sends what waits in a channel, oldest first. Run by one job at a time per channel. It never fails for what Slack does:
 * the message stays first in its queue, and the job comes again when it makes sense.
 */
export async function deliverChannel(
  ctx: DeliveryContext,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  for (let sent = 0; sent < atOnce && !signal.aborted; sent += 1) {
    const delivery = await takeDelivery(ctx.db, channel);
    if (delivery === null) return;
    if (delivery.unclear) ctx.log.warn({ delivery: delivery.id }, 'Sending again: the last try ended unseen');
    const refusal = await send(ctx, channel, delivery, signal);
    if (refusal !== null && !(await goOnAfter(ctx, channel, delivery, refusal))) return;
    if (refusal === null && sent === 0) await ctx.usecases.resumeChannel(channel);
  }
  await comeAgain(ctx, channel, 0, 0);
}

/** Null when Slack shows it (or there is nothing to show any more). */
async function send(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const view = await draw(ctx, channel.workspaceId, delivery);
  if (view === null) {
    await markDropped(ctx.db, channel.workspaceId, delivery.id, 'nothing_to_say');
    return null;
  }
  const shown = await show(ctx, channel, delivery, view);
  if (!shown.ok) return shown.error;
  // A database that goes away just now must not make Slack show the same message twice.
  await untilNoted(() => writeDown(ctx, channel, delivery, shown.value), signal);
  return null;
}

/** Where Slack shows it now: the `ts` of the edited or new message. */
async function show(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  view: MessageView,
): Promise<Result<string, Refusal>> {
  const isCard = delivery.message === null;
  const standing = await standingTs(ctx, channel, delivery);
  try {
    return Ok(
      isCard && standing !== null
        ? await edit(ctx.client, channel.channelId, standing, view)
        : await post(ctx.client, channel.channelId, view, delivery, isCard ? null : standing),
    );
  } catch (error) {
    return Err(refusalOf(error));
  }
}

/** Where the card of this delivery stands: to be edited, or to be the thread of its message. */
async function standingTs(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
): Promise<string | null> {
  const { subject, subjectId } = delivery;
  if (subject === null || subjectId === null) return null;
  return readCardTs(ctx.db, channel, subject, subjectId);
}

async function edit(client: WebClient, channel: string, ts: string, view: MessageView): Promise<string> {
  await client.chat.update({ channel, ts, text: view.text, blocks: view.blocks });
  return ts;
}

async function post(
  client: WebClient,
  channel: string,
  view: MessageView,
  delivery: Delivery,
  threadTs: string | null,
): Promise<string> {
  const reply = await client.chat.postMessage({
    channel,
    text: view.text,
    blocks: view.blocks,
    unfurl_links: false,
    unfurl_media: false,
    // So that a message can be told from its double, should its first try end unseen.
    metadata: { event_type: 'greenroom_delivery', event_payload: { delivery: delivery.id } },
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  });
  if (reply.ts === undefined) throw new Error('chat.postMessage named no ts');
  return reply.ts;
}

async function writeDown(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  ts: string,
): Promise<void> {
  await ctx.db.tx(async (tx) => {
    await markSent(tx, channel.workspaceId, delivery.id, ts, ctx.clock.now());
    const { subject, subjectId, message } = delivery;
    if (message === null && subject !== null && subjectId !== null) {
      await saveCardTs(tx, channel, subject, subjectId, ts);
    }
  });
}

/** True when the next message may be tried at once. */
async function goOnAfter(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  refusal: Refusal,
): Promise<boolean> {
  const { workspaceId } = channel;
  switch (refusal.kind) {
    case 'gone':
      // Somebody deleted the card: it is posted anew, and the next thread begins there.
      if (delivery.subject !== null && delivery.subjectId !== null) {
        await saveCardTs(ctx.db, channel, delivery.subject, delivery.subjectId, null);
      }
      await putBack(ctx.db, workspaceId, delivery.id);
      return true;
    case 'never':
      ctx.log.error({ delivery: delivery.id, slackError: refusal.code }, 'Slack refuses a message of ours');
      await markDropped(ctx.db, workspaceId, delivery.id, refusal.code);
      return true;
    case 'closed_door':
      return closedDoor(ctx, channel, delivery, refusal.code);
    case 'later':
      await putBack(ctx.db, workspaceId, delivery.id);
      await comeAgain(ctx, channel, refusal.afterMs, 0);
      return false;
    case 'token':
      ctx.log.error(
        { slackError: refusal.code },
        'Slack refuses SLACK_BOT_TOKEN; messages wait until it is replaced',
      );
      await putBack(ctx.db, workspaceId, delivery.id);
      await comeAgain(ctx, channel, tokenPauseMs, 0);
      return false;
    case 'unreachable':
      await comeAgain(ctx, channel, Math.min(60_000, 1000 * 2 ** channel.failures), channel.failures + 1);
      return false;
  }
}

async function closedDoor(
  ctx: DeliveryContext,
  channel: Channel,
  delivery: Delivery,
  code: string,
): Promise<boolean> {
  if (/^[UWD]/.test(channel.channelId)) {
    // A person who cannot be written to: there is nobody to tell about that.
    await markDropped(ctx.db, channel.workspaceId, delivery.id, code);
    return true;
  }
  await putBack(ctx.db, channel.workspaceId, delivery.id);
  await ctx.usecases.pauseWatches({
    workspaceId: channel.workspaceId,
    channelId: channel.channelId,
    why: code,
  });
  return false;
}

async function comeAgain(
  ctx: DeliveryContext,
  channel: Channel,
  afterMs: number,
  failures: number,
): Promise<void> {
  const { workspaceId, channelId } = channel;
  const runAt = new Date(ctx.clock.now().getTime() + afterMs);
  await enqueue(ctx.db, { task: 'deliver', workspaceId, channelId, failures }, runAt);
}
