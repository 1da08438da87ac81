import type { Message } from '../core/messages.ts';
import { enqueue } from './jobs.ts';
import type { Queryable } from './postgres/database.ts';

/** What a standing message is about. */
export type Subject = 'zoom_app' | 'profile_question';

export interface Delivery {
  readonly id: string;
  readonly channelId: string;
  readonly subject: Subject | null;
  readonly subjectId: string | null;
  readonly inThread: boolean;
  /** null: a card, drawn from what is true when it is sent. */
  readonly message: Message | null;
  readonly queuedAt: Date;
  /** When the first try began that may have reached Slack. */
  readonly triedAt: Date;
  /**
   * When sight was lost of the last try, which nobody saw the end of: the message may already stand. After a crash it is
   * the beginning of the try: whoever takes over has waited by then. Null: it does not stand.
   */
  readonly unclearSince: Date | null;
  /** Sent again once without having been able to look: it may stand twice. */
  readonly repeated: boolean;
}

interface Row {
  id: string;
  channel_id: string;
  subject: Subject | null;
  subject_id: string | null;
  in_thread: boolean;
  message: Message | null;
  created_at: Date;
  tried_at: Date;
  unclear_since: Date | null;
  repeated_at: Date | null;
}

type To = { readonly workspaceId: string; readonly channelId: string };

const holdWaitingRedraw = `
  on conflict (workspace_id, channel_id, subject, subject_id) where kind = 'card' and state = 'queued'
  do update set behind = delivery.behind and excluded.behind`;

/**
 * Queues a redraw of a card. One waiting redraw is enough, so this may be called as often as one likes. A redraw that
 * waits already is held until the change that wants it is committed: drawn earlier, it would not show the change, and
 * no other would follow.
 */
export async function queueCard(
  db: Queryable,
  to: To,
  card: { id: string; subject: Subject; subjectId: string },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, created_at)
     values ($1, $2, $3, 'card', $4, $5, $6)
     ${holdWaitingRedraw}`,
    [to.workspaceId, card.id, to.channelId, card.subject, card.subjectId, now],
  );
  await enqueue(db, { task: 'deliver', workspaceId: to.workspaceId, channelId: to.channelId });
}

/**
 * The same for many cards of a workspace that show no news: they wait behind everything else in their channels, so that a
 * hundred of them hold up nothing. Two statements for all of them, and one a channel.
 */
export async function queueCards(
  db: Queryable,
  workspaceId: string,
  cards: readonly { id: string; channelId: string; subject: Subject; subjectId: string }[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, created_at, behind)
     select distinct on (channel_id, subject, subject_id)
       $1, id, channel_id, 'card', subject, subject_id, $6::timestamptz, true
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) as card (id, channel_id, subject, subject_id)
     order by channel_id, subject, subject_id
     ${holdWaitingRedraw}`,
    [
      workspaceId,
      cards.map((card) => card.id),
      cards.map((card) => card.channelId),
      cards.map((card) => card.subject),
      cards.map((card) => card.subjectId),
      now,
    ],
  );
  for (const channelId of new Set(cards.map((card) => card.channelId))) {
    await enqueue(db, { task: 'deliver', workspaceId, channelId });
  }
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

/** Queues a message, in the thread of a card when `thread` names one. */
export async function queueMessage(
  db: Queryable,
  to: To,
  message: { id: string; message: Message; thread: { subject: Subject; subjectId: string } | null },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, in_thread, message, created_at)
     values ($1, $2, $3, 'message', $4, $5, $6, $7, $8)`,
    [
      to.workspaceId,
      message.id,
      to.channelId,
      message.thread?.subject ?? null,
      message.thread?.subjectId ?? null,
      message.thread !== null,
      message.message,
      now,
    ],
  );
  await enqueue(db, { task: 'deliver', workspaceId: to.workspaceId, channelId: to.channelId });
}

/**
 * The next message of a channel that Slack has not shown yet, marked as under way: the oldest, and what may wait only when
 * nothing else does. Called by the one job that serves the channel. Marking first matters: a change that comes while a
 * card is drawn then queues a redraw of its own.
 */
export async function takeDelivery(db: Queryable, to: To, now: Date): Promise<Delivery | null> {
  const [row] = await db.query<Row>(
    `with next as (
       select id, state from delivery
       where workspace_id = $1 and channel_id = $2 and state in ('queued', 'sending') order by behind, seq limit 1)
     update delivery set state = 'sending',
       -- Whoever left it under way without a time is of an earlier release.
       tried_at = coalesce(tried_at, case when next.state = 'sending' then created_at else $3 end)
     from next
     where delivery.workspace_id = $1 and delivery.id = next.id
     returning delivery.id, channel_id, subject, subject_id, in_thread, message, delivery.created_at, tried_at, repeated_at,
       case when next.state = 'sending' then coalesce(unclear_at, tried_at) end as unclear_since`,
    [to.workspaceId, to.channelId, now],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    channelId: row.channel_id,
    subject: row.subject,
    subjectId: row.subject_id,
    inThread: row.in_thread,
    message: row.message,
    queuedAt: row.created_at,
    triedAt: row.tried_at,
    unclearSince: row.unclear_since,
    repeated: row.repeated_at !== null,
  };
}

/** Nobody saw how the try under way ended. */
export async function markUnclear(db: Queryable, workspaceId: string, id: string, now: Date): Promise<void> {
  await db.query(
    `update delivery set unclear_at = $3 where workspace_id = $1 and id = $2 and state = 'sending'`,
    [workspaceId, id, now],
  );
}

/** What ended unseen is about to be tried again; `blindly`: nobody could look whether it stands already. */
export async function markTriedAgain(
  db: Queryable,
  workspaceId: string,
  id: string,
  blindly: boolean,
  now: Date,
): Promise<void> {
  await db.query(
    `update delivery set unclear_at = null, repeated_at = coalesce(repeated_at, case when $3 then $4::timestamptz end)
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, blindly, now],
  );
}

/** Messages that may stand twice, because they were sent again blindly. By an index that holds nothing else. */
export async function countRepeatedDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from delivery where workspace_id = $1 and repeated_at is not null',
    [workspaceId],
  );
  return row?.count ?? 0;
}

export async function markSent(
  db: Queryable,
  workspaceId: string,
  id: string,
  ts: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update delivery set state = 'sent', sent_at = $4, message_ts = $3, trouble = null
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, ts, now],
  );
}

/** Slack will never take it (or there is nothing to say any more). */
export async function markDropped(
  db: Queryable,
  workspaceId: string,
  id: string,
  trouble: string,
): Promise<void> {
  await db.query(`update delivery set state = 'dropped', trouble = $3 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    trouble,
  ]);
}

/** Removes the oldest, so many at most, of those that were queued before a moment and are over; tells how many. */
export async function deleteOldDeliveries(
  db: Queryable,
  workspaceId: string,
  before: Date,
  most: number,
): Promise<number> {
  const rows = await db.query(
    `delete from delivery where workspace_id = $1 and id = any(array(
       select id from delivery
       where workspace_id = $1 and created_at < $2 and state in ('sent', 'dropped') order by created_at limit $3))
     returning 1`,
    [workspaceId, before, most],
  );
  return rows.length;
}

export async function countWaitingDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from delivery where workspace_id = $1 and state in ('queued', 'sending')`,
    [workspaceId],
  );
  return row?.count ?? 0;
}

export async function readCardTs(
  db: Queryable,
  to: To,
  subject: Subject,
  subjectId: string,
): Promise<string | null> {
  const [row] = await db.query<{ message_ts: string }>(
    `select message_ts from card where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4`,
    [to.workspaceId, to.channelId, subject, subjectId],
  );
  return row?.message_ts ?? null;
}

/** Remembers where a card stands, so that it is edited from now on; null when it stands nowhere any more. */
export async function saveCardTs(
  db: Queryable,
  to: To,
  subject: Subject,
  subjectId: string,
  ts: string | null,
): Promise<void> {
  if (ts === null) {
    await db.query(
      'delete from card where workspace_id = $1 and channel_id = $2 and subject = $3 and subject_id = $4',
      [to.workspaceId, to.channelId, subject, subjectId],
    );
    return;
  }
  await db.query(
    `insert into card (workspace_id, channel_id, subject, subject_id, message_ts) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, subject, subject_id, channel_id) do update set message_ts = excluded.message_ts`,
    [to.workspaceId, to.channelId, subject, subjectId, ts],
  );
}

/**
 * Slack did not take it this time: the message waits again, at its old place: what follows a card in its thread must not overtake it.
 * A newer redraw of the same card is then not needed, because a card is drawn from what is true when it is sent.
 */
export async function putBack(db: Queryable, workspaceId: string, id: string): Promise<void> {
  await db.query(
    `with dropped as (
       update delivery newer set state = 'dropped', trouble = 'drawn_earlier' from delivery older
       where older.workspace_id = $1 and older.id = $2 and older.state = 'sending' and older.kind = 'card'
         and newer.workspace_id = older.workspace_id and newer.channel_id = older.channel_id
         and newer.subject = older.subject and newer.subject_id = older.subject_id
         and newer.kind = 'card' and newer.state = 'queued'
       returning 1)
     -- Counting makes sure that the newer one has given its place free before the older one takes it.
     update delivery set state = 'queued', behind = false, tried_at = null, unclear_at = null from (select count(*) from dropped) as before
     where workspace_id = $1 and id = $2 and state = 'sending'`,
    [workspaceId, id],
  );
}
