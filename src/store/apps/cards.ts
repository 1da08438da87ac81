import type { Card, Channel } from '../../core/deliveries/delivery.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * The address of the card in the channel of `app` (docs: chat.getPermalink shows the form), to be selected as a column; null where no
 * card stands.
 */
export const cardUrlOfApp = `
  (select workspace.url || 'archives/' || card.channel_id || '/p' || replace(card.message_ts, '.', '')
   from card join workspace on workspace.id = card.workspace_id
   where card.workspace_id = app.workspace_id and card.subject = 'zoom_app' and card.subject_id = app.id
     and card.channel_id = app.channel_id)`;

/**
 * Slack no longer shows the card: the next redraw is a new message. `ts`: the message that was missing; where the card is another
 * message by now, nothing changes.
 */
export async function forgetCard(
  db: Queryable,
  { workspaceId, channelId }: Channel,
  { subject, subjectId }: Card,
  ts: string,
): Promise<void> {
  await db.query(
    `delete from card
     where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4 and message_ts = $5`,
    [workspaceId, channelId, subject, subjectId, ts],
  );
}

/**
 * A person has ended these watches; `appId` null: of every app. Their cards say so from now on. Returns those that stand in Slack, at
 * most `most`. By an index of the channel's cards.
 */
export async function markUnwatched(
  db: Queryable,
  workspaceId: string,
  keys: readonly { readonly channelId: string; readonly appId: string | null }[],
  now: Date,
  most: number,
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `update card set unwatched_at = $4 where (workspace_id, subject, subject_id, channel_id) in (
       select card.workspace_id, subject, subject_id, card.channel_id from unnest($2::text[], $3::uuid[]) as ended (channel_id, app_id)
       join card on card.workspace_id = $1 and card.channel_id = ended.channel_id and subject = 'zoom_app'
         and (ended.app_id is null or subject_id = ended.app_id)
       limit $5)
     returning channel_id as "channelId", subject_id as "appId"`,
    [workspaceId, keys.map(({ channelId }) => channelId), keys.map(({ appId }) => appId), now, most],
  );
}

/** Since when nobody watches the app of a card in its channel, because a person ended the watch; null: somebody does, or no card. */
export async function readUnwatched(
  db: Queryable,
  { workspaceId, channelId }: Channel,
  { subject, subjectId }: Card,
): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>(
    `select unwatched_at as at from card
     where workspace_id = $1 and subject = $2 and subject_id = $3 and channel_id = $4`,
    [workspaceId, subject, subjectId, channelId],
  );
  return row?.at ?? null;
}

/** Which of these apps have a card in which of these channels. By the key, a row for each pair at most. */
export async function readCardsIn(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
  channelIds: readonly string[],
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `select channel_id as "channelId", subject_id as "appId" from card
     where workspace_id = $1 and subject = 'zoom_app' and subject_id = any($2::uuid[]) and channel_id = any($3::text[])`,
    [workspaceId, appIds, channelIds],
  );
}
