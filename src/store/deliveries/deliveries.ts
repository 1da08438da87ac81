import type { Message } from '../../core/deliveries/message.ts';
import type { Subject } from '../apps/cards.ts';
import type { Queryable } from '../postgres/client/database.ts';

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
   * the beginning of the try: whoever takes over has waited by then. One that waits again after a blind repetition was refused
   * has not been found yet either. Null: it does not stand.
   */
  readonly unclearSince: Date | null;
  /** Sent again once without having been able to look: it may stand twice. */
  readonly repeated: boolean;
  /** Of what caused it, when that was traced. */
  readonly traceparent: string | null;
  /** How often it has been taken, this time included: whoever writes about an earlier attempt is late. */
  readonly attempt: number;
  /** How often Slack has refused it. */
  readonly refusals: number;
  /** It takes the place of a message that stands. */
  readonly edits: { readonly channelId: string; readonly ts: string } | null;
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
  attempt: number;
  refusals: number;
  edited_in: string | null;
  edited_ts: string | null;
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
         select workspace_id, id, state, edits from delivery
         where delivery.workspace_id = asked.workspace_id and delivery.channel_id = asked.channel_id
           and state in ('queued', 'sending')
         order by behind, seq limit 1) as head)
     update delivery set state = 'sending',
       -- Whoever left it under way without a time is of an earlier release.
       tried_at = coalesce(tried_at, case when next.state = 'sending' then created_at else $3 end)
     from next left join lateral (
       select posted_in as edited_in, message_ts as edited_ts from delivery first
       where first.workspace_id = next.workspace_id and first.id = next.edits
         and posted_in is not null and message_ts is not null) as posted on true
     where delivery.workspace_id = next.workspace_id and delivery.id = next.id
     returning delivery.id, delivery.workspace_id, channel_id, subject, subject_id, in_thread, message,
       delivery.created_at, tried_at, repeated_at, traceparent,
       attempt, refusals, posted.edited_in, posted.edited_ts,
       case when next.state = 'sending' then coalesce(unclear_at, tried_at) else unclear_at end as unclear_since,
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
    attempt: row.attempt,
    refusals: row.refusals,
    edits:
      row.edited_in === null || row.edited_ts === null
        ? null
        : { channelId: row.edited_in, ts: row.edited_ts },
  };
}

/** Messages that may stand twice, because they were sent again blindly. By an index that holds nothing else. */
export async function countRepeatedDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from delivery where workspace_id = $1 and repeated_at is not null',
    [workspaceId],
  );
  return row?.count ?? 0;
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
