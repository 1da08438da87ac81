import { collapseKeyOf } from '../../core/deliveries/collapse_key.ts';
import type { Card, Channel, Subject } from '../../core/deliveries/delivery.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { enqueueAll } from '../jobs.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** `message` null: the card is redrawn. Else the message goes to the thread of the card or, without one, to the channel. */
export type NewDelivery = {
  readonly id: string;
  readonly channelId: string;
  /** It is not urgent, and waits for everything else in its channel. */
  readonly behind?: boolean;
} & (
  | { readonly card: Card; readonly message: null }
  | {
      readonly card: Card | null;
      readonly message: Message;
      /** The delivery whose message in Slack it edits. */
      readonly edits?: string | undefined;
    }
);

/**
 * Queues what Slack must show, in this order, in one statement, and a job for each channel. Column `in_thread` is written for
 * earlier releases, which still run during an update.
 *
 * Of messages with the same collapse key (core/deliveries/collapse_key.ts) only the newest few stay queued, so that the queue
 * of a closed channel does not grow without end.
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
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, in_thread, message, behind, topic, edits,
                           created_at, traceparent)
     select $1, id, channel_id, case when message is null then 'card' else 'message' end, subject, subject_id,
            message is not null and subject is not null, message::jsonb, behind, topic, edits,
            $10::timestamptz, $11::text
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::boolean[], $8::text[], $9::uuid[])
       with ordinality as new (id, channel_id, subject, subject_id, message, behind, topic, edits, place)
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
      queued.map((one) => one.behind === true),
      queued.map((one) => (one.message === null ? null : (collapseKeyOf(one.message)?.key ?? null))),
      queued.map((one) => (one.message === null ? null : (one.edits ?? null))),
      now,
      db.traceparent?.() ?? null,
    ],
  );
  await supersedeOlder(db, workspaceId, queued);
  const channels = new Set(queued.map((one) => one.channelId));
  await enqueueAll(
    db,
    [...channels].map((channelId) => ({ task: 'deliver', workspaceId, channelId })),
  );
}

/** Of each collapse key of these only the newest few stay queued. Cost: one read of an index of the queued ones, for each key. */
async function supersedeOlder(
  db: Queryable,
  workspaceId: string,
  queued: readonly NewDelivery[],
): Promise<void> {
  const topics = new Map<string, { channelId: string; key: string; keep: number }>();
  for (const { channelId, message } of queued) {
    const topic = message === null ? null : collapseKeyOf(message);
    if (topic !== null) topics.set(`${channelId} ${topic.key}`, { channelId, ...topic });
  }
  if (topics.size === 0) return;
  const all = [...topics.values()];
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     from unnest($2::text[], $3::text[], $4::integer[]) as about (channel_id, topic, keep)
     cross join lateral (
       select seq from delivery waiting
       where waiting.workspace_id = $1 and waiting.topic = about.topic and waiting.channel_id = about.channel_id
         and waiting.state = 'queued'
       order by seq desc offset about.keep limit 1) as last
     where delivery.workspace_id = $1 and delivery.topic = about.topic and delivery.channel_id = about.channel_id
       and delivery.state = 'queued' and delivery.seq <= last.seq`,
    [workspaceId, all.map((one) => one.channelId), all.map((one) => one.key), all.map((one) => one.keep)],
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
  to: Channel,
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
 * The same for many cards of a workspace that show no news: they are sent after everything else in their channels, so that
 * they delay nothing.
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

/** Cards of Zoom apps that were queued to be drawn at or after this moment. */
export async function cardsDrawnSince(
  db: Queryable,
  workspaceId: string,
  since: Date,
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `select distinct channel_id as "channelId", subject_id as "appId" from delivery
     where workspace_id = $1 and kind = 'card' and subject = 'zoom_app' and subject_id is not null and created_at >= $2
     order by channel_id, subject_id`,
    [workspaceId, since],
  );
}
