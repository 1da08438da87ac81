import { isDeepStrictEqual } from 'node:util';
import { collapseKeyOf } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { type LastMessage, readLastMessage, rewriteWaiting } from '../../store/deliveries/direct_messages.ts';
import { queueDeliveries } from '../../store/deliveries/queue_deliveries.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from './context.ts';

export interface DirectMessage {
  readonly workspaceId: string;
  /** A Slack user id: Slack makes a direct message of the app of it. */
  readonly userId: string;
  /** The message to send; gets the last one with the same collapse key that is still edited, or null. */
  message(last: Message | null): Message;
  /** A message posted at or after this time is edited; an older one stays, and a new one is sent. */
  readonly editSince: Date;
}

/**
 * Sends one person a direct message: a queued one with the same collapse key is superseded, and a sent one is edited in place.
 * Returns false when the last one says the same already.
 */
export async function notifyPerson(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  { workspaceId, userId: channelId, message, editSince }: DirectMessage,
): Promise<boolean> {
  const topic = collapseKeyOf(message(null));
  const found = topic === null ? null : await readLastMessage(tx, { workspaceId, channelId }, topic.key);
  const last = found !== null && isEditable(found, editSince) ? found : null;
  const next = message(last?.message ?? null);
  if (last !== null && isDeepStrictEqual(last.message, next)) return false;
  if (last?.state === 'queued') {
    await rewriteWaiting(tx, workspaceId, last.id, next);
    return true;
  }
  const edits = last === null ? undefined : (last.edits ?? last.id);
  const delivery = { id: ctx.newId(), channelId, card: null, message: next, edits };
  await queueDeliveries(tx, workspaceId, [delivery], ctx.clock.now());
  return true;
}

/**
 * One that Slack does not show yet, or that was posted since `editSince`: an older one is far up in the conversation, and its edit, even
 * one that waits, notifies nobody.
 */
function isEditable(last: LastMessage, editSince: Date): boolean {
  const isUnseen = last.state !== 'sent' && last.edits === null;
  return isUnseen || currentSince(last) >= editSince;
}

/** A channel that is closed again and again is one message, for as long as it is. */
const currentSince = ({ message, at, postedAt }: LastMessage): Date =>
  message.kind === 'cannot_post' && message.over === undefined ? at : postedAt;
