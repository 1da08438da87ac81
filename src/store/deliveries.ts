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
  /** An earlier try whose end nobody saw: the message may already stand. */
  readonly unclear: boolean;
}

interface Row {
  id: string;
  channel_id: string;
  subject: Subject | null;
  subject_id: string | null;
  in_thread: boolean;
  message: Message | null;
  unclear: boolean;
}

type To = { readonly workspaceId: string; readonly channelId: string };

/** Queues a redraw of a card. One waiting redraw is enough, so this may be called as often as one likes. */
export async function queueCard(
  db: Queryable,
  to: To,
  card: { id: string; subject: Subject; subjectId: string },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, created_at)
     values ($1, $2, $3, 'card', $4, $5, $6)
     on conflict (workspace_id, channel_id, subject, subject_id) where kind = 'card' and state = 'queued' do nothing`,
    [to.workspaceId, card.id, to.channelId, card.subject, card.subjectId, now],
  );
  await enqueue(db, { task: 'deliver', workspaceId: to.workspaceId, channelId: to.channelId });
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
 * The oldest message of a channel that Slack has not shown yet, marked as under way. Called by the one job that serves
 * the channel. Marking first matters: a change that comes while a card is drawn then queues a redraw of its own.
 */
export async function takeDelivery(db: Queryable, to: To): Promise<Delivery | null> {
  const [row] = await db.query<Row>(
    `with next as (
       select id, state from delivery
       where workspace_id = $1 and channel_id = $2 and state in ('queued', 'sending') order by seq limit 1)
     update delivery set state = 'sending' from next
     where delivery.workspace_id = $1 and delivery.id = next.id
     returning delivery.id, channel_id, subject, subject_id, in_thread, message, next.state = 'sending' as unclear`,
    [to.workspaceId, to.channelId],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    channelId: row.channel_id,
    subject: row.subject,
    subjectId: row.subject_id,
    inThread: row.in_thread,
    message: row.message,
    unclear: row.unclear,
  };
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

/** Slack said "later": the message waits again. A card that has a newer redraw waiting is not needed twice. */
export async function putBack(db: Queryable, workspaceId: string, id: string): Promise<void> {
  await db.query(
    `update delivery set state = case when kind = 'card' and exists (
         select 1 from delivery newer
         where newer.workspace_id = delivery.workspace_id and newer.channel_id = delivery.channel_id
           and newer.subject = delivery.subject and newer.subject_id = delivery.subject_id
           and newer.kind = 'card' and newer.state = 'queued') then 'dropped' else 'queued' end
     where workspace_id = $1 and id = $2 and state = 'sending'`,
    [workspaceId, id],
  );
}
