import type { Message } from '../core/messages.ts';
import type { Subject } from './cards.ts';
import type { Queryable } from './postgres/database.ts';

export interface Delivery {
  readonly id: string;
  readonly channelId: string;
  readonly subject: Subject | null;
  readonly subjectId: string | null;
  readonly inThread: boolean;
  /** null: a card, drawn from what is true when it is sent. */
  readonly message: Message | null;
  readonly queuedAt: Date;
  /** Where the card stands: to be edited, or to be the thread of its message. Null: nowhere yet. */
  readonly cardTs: string | null;
  /** Greenroom was last known not to be let in there. */
  readonly channelPaused: boolean;
  /** When the first try began that may have reached Slack. */
  readonly triedAt: Date;
  /**
   * When sight was lost of the last try, which nobody saw the end of: the message may already stand. After a crash it is
   * the beginning of the try: whoever takes over has waited by then. Null: it does not stand.
   */
  readonly unclearSince: Date | null;
  /** Sent again once without having been able to look: it may stand twice. */
  readonly repeated: boolean;
  /** Of what caused it, when that was traced. */
  readonly traceparent: string | null;
}

interface Row {
  id: string;
  workspace_id: string;
  channel_id: string;
  subject: Subject | null;
  subject_id: string | null;
  in_thread: boolean;
  message: Message | null;
  created_at: Date;
  card_ts: string | null;
  paused: boolean;
  tried_at: Date;
  unclear_since: Date | null;
  repeated_at: Date | null;
  traceparent: string | null;
}

type To = { readonly workspaceId: string; readonly channelId: string };

/**
 * The next message of each of these channels that Slack has not shown yet, marked as under way: the oldest, and what may
 * wait only when nothing else does; null where nothing is left. A channel is served by one job at a time. Marking first
 * matters: a change that comes while a card is drawn then queues a redraw of its own. One statement, whose cost grows
 * with the number of channels, not with what waits.
 */
export async function takeDeliveries(
  db: Queryable,
  channels: readonly To[],
  now: Date,
): Promise<(Delivery | null)[]> {
  const rows = await db.query<Row>(
    `with next as (
       select head.* from unnest($1::text[], $2::text[]) as asked (workspace_id, channel_id)
       cross join lateral (
         select workspace_id, id, state from delivery
         where delivery.workspace_id = asked.workspace_id and delivery.channel_id = asked.channel_id
           and state in ('queued', 'sending')
         order by behind, seq limit 1) as head)
     update delivery set state = 'sending',
       -- Whoever left it under way without a time is of an earlier release.
       tried_at = coalesce(tried_at, case when next.state = 'sending' then created_at else $3 end)
     from next
     where delivery.workspace_id = next.workspace_id and delivery.id = next.id
     returning delivery.id, delivery.workspace_id, channel_id, subject, subject_id, in_thread, message,
       delivery.created_at, tried_at, repeated_at, traceparent,
       case when next.state = 'sending' then coalesce(unclear_at, tried_at) end as unclear_since,
       (select message_ts from card
        where card.workspace_id = delivery.workspace_id and card.subject = delivery.subject
          and card.subject_id = delivery.subject_id and card.channel_id = delivery.channel_id) as card_ts,
       exists (select from watch
        where watch.workspace_id = delivery.workspace_id and watch.channel_id = delivery.channel_id
          and paused_at is not null) as paused`,
    [channels.map((to) => to.workspaceId), channels.map((to) => to.channelId), now],
  );
  const found = new Map(rows.map((row) => [`${row.workspace_id} ${row.channel_id}`, row]));
  return channels.map((to) => {
    const row = found.get(`${to.workspaceId} ${to.channelId}`);
    return row === undefined ? null : deliveryOf(row);
  });
}

function deliveryOf(row: Row): Delivery {
  return {
    id: row.id,
    channelId: row.channel_id,
    subject: row.subject,
    subjectId: row.subject_id,
    inThread: row.in_thread,
    message: row.message,
    queuedAt: row.created_at,
    traceparent: row.traceparent,
    cardTs: row.card_ts,
    channelPaused: row.paused,
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

/** Slack shows these now. A card is edited where it stands from now on. */
export async function markSent(
  db: Queryable,
  shown: readonly { readonly workspaceId: string; readonly id: string; readonly ts: string }[],
  now: Date,
): Promise<void> {
  await db.query(
    `with shown as (
       update delivery set state = 'sent', sent_at = $4, message_ts = ts, trouble = null
       from unnest($1::text[], $2::uuid[], $3::text[]) as note (workspace_id, id, ts)
       where delivery.workspace_id = note.workspace_id and delivery.id = note.id
       returning delivery.workspace_id, channel_id, kind, subject, subject_id, message_ts)
     insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
     select workspace_id, channel_id, subject, subject_id, message_ts from shown where kind = 'card'
     on conflict (workspace_id, subject, subject_id, channel_id) do update set message_ts = excluded.message_ts
       where card.message_ts <> excluded.message_ts`,
    [shown.map((one) => one.workspaceId), shown.map((one) => one.id), shown.map((one) => one.ts), now],
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

/**
 * Slack did not take these this time: each waits again, at its old place: what follows a card in its thread must not overtake it.
 * A newer redraw of the same card is then not needed, because a card is drawn from what is true when it is sent.
 */
export async function putBack(
  db: Queryable,
  refused: readonly { readonly workspaceId: string; readonly id: string }[],
): Promise<void> {
  await db.query(
    `with refused as (
       select delivery.* from unnest($1::text[], $2::uuid[]) as asked (workspace_id, id)
       join delivery on delivery.workspace_id = asked.workspace_id and delivery.id = asked.id
       where state = 'sending'),
     dropped as (
       update delivery newer set state = 'dropped', trouble = 'drawn_earlier' from refused older
       where older.kind = 'card'
         and newer.workspace_id = older.workspace_id and newer.channel_id = older.channel_id
         and newer.subject = older.subject and newer.subject_id = older.subject_id
         and newer.kind = 'card' and newer.state = 'queued'
       returning 1)
     -- Counting makes sure that the newer one has given its place free before the older one takes it.
     update delivery set state = 'queued', behind = false, tried_at = null, unclear_at = null
     from refused, (select count(*) from dropped) as before
     where delivery.workspace_id = refused.workspace_id and delivery.id = refused.id and delivery.state = 'sending'`,
    [refused.map((one) => one.workspaceId), refused.map((one) => one.id)],
  );
}
