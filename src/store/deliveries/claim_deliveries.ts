import type { Channel, Delivery, Subject } from '../../core/deliveries/delivery.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { channelIsPaused } from '../watches/pause_conditions.ts';

interface Row {
  id: string;
  workspace_id: string;
  channel_id: string;
  subject: Subject | null;
  subject_id: string | null;
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
  edited_repeated: boolean | null;
}

/**
 * Claims the next delivery of each of these channels, as a new attempt: the oldest, and a deferred one only when nothing else waits;
 * null where nothing is left. A channel is served by one job at a time. The claim comes before the card is drawn: a change in
 * between then queues a redraw of its own. One statement, whose cost grows with the number of channels, not with what waits.
 */
export async function claimDeliveries(
  db: Queryable,
  channels: readonly Channel[],
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
       -- An earlier release left it in progress without a time.
       tried_at = coalesce(tried_at, case when next.state = 'sending' then created_at else $3 end)
     from next left join lateral (
       select posted_in as edited_in, message_ts as edited_ts, repeated_at is not null as edited_repeated
       from delivery first
       where first.workspace_id = next.workspace_id and first.id = next.edits
         and posted_in is not null and message_ts is not null) as posted on true
     where delivery.workspace_id = next.workspace_id and delivery.id = next.id
     returning delivery.id, delivery.workspace_id, channel_id, subject, subject_id, message,
       delivery.created_at, tried_at, repeated_at, traceparent, attempt, refusals, posted.edited_in, posted.edited_ts,
       posted.edited_repeated,
       case when next.state = 'sending' then coalesce(unclear_at, tried_at) else unclear_at end as unclear_since,
       (select message_ts from card
        where card.workspace_id = delivery.workspace_id and card.subject = delivery.subject
          and card.subject_id = delivery.subject_id and card.channel_id = delivery.channel_id) as card_ts,
       ${channelIsPaused('delivery')} as paused`,
    [channels.map((channel) => channel.workspaceId), channels.map((channel) => channel.channelId), now],
  );
  const found = new Map(rows.map((row) => [`${row.workspace_id} ${row.channel_id}`, row]));
  return channels.map(({ workspaceId, channelId }) => {
    const row = found.get(`${workspaceId} ${channelId}`);
    return row === undefined ? null : deliveryOf(row);
  });
}

function deliveryOf(row: Row): Delivery {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    channelId: row.channel_id,
    subject: row.subject,
    subjectId: row.subject_id,
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
        : { channelId: row.edited_in, ts: row.edited_ts, repeated: row.edited_repeated === true },
  };
}
