import type { Message } from '../core/messages.ts';
import type { Card, Subject } from './cards.ts';
import { enqueueAll } from './jobs.ts';
import type { Queryable } from './postgres/database.ts';

type To = { readonly workspaceId: string; readonly channelId: string };

/** `message` null: the card is drawn anew. Else the message stands in the thread of the card or, without one, by itself. */
export type NewDelivery = {
  readonly id: string;
  readonly channelId: string;
} & (
  | {
      readonly card: Card;
      readonly message: null;
      /** It shows no news, and waits for everything else in its channel. */
      readonly behind?: boolean;
    }
  | { readonly card: Card | null; readonly message: Message }
);

/**
 * Queues what Slack must show, in this order, in one statement, and a job for each channel.
 *
 * One waiting redraw of a card is enough, so a redraw may be asked for as often as one likes. One that waits already is
 * held until the change that wants it is committed: drawn earlier, it would not show the change, and no other would follow.
 */
export async function queueDeliveries(
  db: Queryable,
  workspaceId: string,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  const queued = withoutSecondRedraws(deliveries);
  if (queued.length === 0) return;
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, in_thread, message, behind, created_at,
                           traceparent)
     select $1, id, channel_id, case when message is null then 'card' else 'message' end, subject, subject_id,
            message is not null and subject is not null, message::jsonb, behind, $8::timestamptz, $9::text
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::boolean[])
       with ordinality as new (id, channel_id, subject, subject_id, message, behind, place)
     order by place
     on conflict (workspace_id, channel_id, subject, subject_id) where kind = 'card' and state = 'queued'
     do update set behind = delivery.behind and excluded.behind`,
    [
      workspaceId,
      queued.map((one) => one.id),
      queued.map((one) => one.channelId),
      queued.map((one) => one.card?.subject ?? null),
      queued.map((one) => one.card?.subjectId ?? null),
      queued.map((one) => (one.message === null ? null : JSON.stringify(one.message))),
      queued.map((one) => one.message === null && one.behind === true),
      now,
      db.traceparent?.() ?? null,
    ],
  );
  const channels = new Set(queued.map((one) => one.channelId));
  await enqueueAll(
    db,
    [...channels].map((channelId) => ({ task: 'deliver', workspaceId, channelId })),
  );
}

/** One statement cannot hold the same waiting redraw twice. */
function withoutSecondRedraws(deliveries: readonly NewDelivery[]): NewDelivery[] {
  const drawn = new Set<string>();
  return deliveries.filter(({ channelId, card, message }) => {
    const key = `${channelId} ${card?.subject} ${card?.subjectId}`;
    if (message !== null || !drawn.has(key)) {
      if (message === null) drawn.add(key);
      return true;
    }
    return false;
  });
}

/** Queues a redraw of a card. */
export async function queueCard(
  db: Queryable,
  to: To,
  card: { id: string; subject: Subject; subjectId: string },
  now: Date,
): Promise<void> {
  const { id, ...drawn } = card;
  await queueDeliveries(
    db,
    to.workspaceId,
    [{ id, channelId: to.channelId, card: drawn, message: null }],
    now,
  );
}

/**
 * The same for many cards of a workspace that show no news: they wait behind everything else in their channels, so that a
 * hundred of them hold up nothing.
 */
export async function queueCards(
  db: Queryable,
  workspaceId: string,
  cards: readonly { id: string; channelId: string; subject: Subject; subjectId: string }[],
  now: Date,
): Promise<void> {
  const redraws = cards.map(({ id, channelId, ...card }) => ({
    id,
    channelId,
    card,
    message: null,
    behind: true,
  }));
  await queueDeliveries(db, workspaceId, redraws, now);
}

/** Queues a message, in the thread of a card when `thread` names one. */
export async function queueMessage(
  db: Queryable,
  { workspaceId, channelId }: To,
  { id, message, thread }: { id: string; message: Message; thread: Card | null },
  now: Date,
): Promise<void> {
  await queueDeliveries(db, workspaceId, [{ id, channelId, card: thread, message }], now);
}

/** Cards of Zoom apps that were queued to be drawn at or after this moment. */
export async function cardsDrawnSince(
  db: Queryable,
  workspaceId: string,
  since: Date,
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `select distinct channel_id as "channelId", subject_id as "appId" from delivery
     where workspace_id = $1 and kind = 'card' and subject = 'zoom_app' and created_at >= $2
     order by channel_id, subject_id`,
    [workspaceId, since],
  );
}
