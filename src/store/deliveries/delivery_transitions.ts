import type { Attempt, Channel, SentMessage } from '../../core/deliveries/delivery.ts';
import { statesBefore } from '../../core/deliveries/delivery_states.ts';
import type { Queryable } from '../postgres/client/database.ts';

// Every statement names the attempt it comes from and the states from which core/deliveries/delivery_states.ts allows its
// transition: a process that was frozen, or cut off from the database, and whose delivery was claimed by another one since, changes
// nothing and learns so.

const values = ({ workspaceId, id, attempt }: Attempt): [string, string, number] => [
  workspaceId,
  id,
  attempt,
];

/** May this attempt still send it? */
export async function holdsAttempt(db: Queryable, attempt: Attempt): Promise<boolean> {
  const rows = await db.query(
    `select 1 from delivery where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[])`,
    [...values(attempt), statesBefore('record_sent')],
  );
  return rows.length > 0;
}

/** The attempt has an unclear end. False: claimed by another attempt. */
export async function markUnclear(db: Queryable, attempt: Attempt, now: Date): Promise<boolean> {
  const rows = await db.query(
    `update delivery set unclear_at = $5
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('mark_unclear'), now],
  );
  return rows.length > 0;
}

/**
 * A delivery whose last attempt had an unclear end is about to be resent; `isBlind`: no lookup was possible. False: claimed by another
 * attempt.
 */
export async function markResent(
  db: Queryable,
  attempt: Attempt,
  isBlind: boolean,
  now: Date,
): Promise<boolean> {
  const rows = await db.query(
    `update delivery set unclear_at = null, repeated_at = coalesce(repeated_at, case when $5 then $6::timestamptz end)
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('resend'), isBlind, now],
  );
  return rows.length > 0;
}

/**
 * Slack shows these. Later redraws edit the card there. Returns for each whether that is recorded; also true when the
 * same attempt recorded it before and the database's answer was lost.
 */
export async function markSent(
  db: Queryable,
  sent: readonly (Attempt & SentMessage)[],
  now: Date,
): Promise<boolean[]> {
  const rows = await db.query<{ id: string }>(
    `with given as (
       select * from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[])
         as given (workspace_id, id, attempt, ts, posted_in)),
     sent as (
       update delivery set state = 'sent', sent_at = $6, message_ts = ts, posted_in = given.posted_in, trouble = null
       from given
       where delivery.workspace_id = given.workspace_id and delivery.id = given.id and delivery.attempt = given.attempt
         and state = any($7::text[])
       returning delivery.workspace_id, delivery.id, channel_id, kind, subject, subject_id, message_ts),
     cards as (
       insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
       select workspace_id, channel_id, subject, subject_id, message_ts from sent where kind = 'card'
       on conflict (workspace_id, subject, subject_id, channel_id) do update set message_ts = excluded.message_ts
         where card.message_ts <> excluded.message_ts)
     select id from sent
     union
     select delivery.id from delivery join given using (workspace_id, id, attempt) where state = 'sent'`,
    [
      sent.map(({ workspaceId }) => workspaceId),
      sent.map(({ id }) => id),
      sent.map(({ attempt }) => attempt),
      sent.map(({ ts }) => ts),
      sent.map(({ postedIn }) => postedIn),
      now,
      statesBefore('record_sent'),
    ],
  );
  const recorded = new Set(rows.map(({ id }) => id));
  return sent.map(({ id }) => recorded.has(id));
}

/** `refusedAt`: when Slack refused the message itself; null when there was nothing to send any more. False: claimed by another attempt. */
export async function markDropped(
  db: Queryable,
  attempt: Attempt,
  { reason, refusedAt }: { readonly reason: string; readonly refusedAt: Date | null },
): Promise<boolean> {
  const rows = await db.query(
    `update delivery set state = 'dropped', trouble = $5, refused_at = $6
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('drop'), reason, refusedAt],
  );
  return rows.length > 0;
}

/**
 * Slack did not take these: each waits again at its old place, because what follows a card in its thread must not overtake it. A
 * newer redraw of the same card is then not needed: a card is drawn from what is true when it is sent. `code`: Slack's error code;
 * null when Slack was not reached, or limited the rate. Returns for each how often Slack has refused it, or null: claimed by
 * another attempt.
 */
export async function markRequeued(
  db: Queryable,
  requeued: readonly (Attempt & { readonly code: string | null })[],
): Promise<(number | null)[]> {
  const rows = await db.query<{ id: string; refusals: number }>(
    `with requeued as (
       select delivery.*, given.code from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[])
         as given (workspace_id, id, attempt, code)
       join delivery on delivery.workspace_id = given.workspace_id and delivery.id = given.id
         and delivery.attempt = given.attempt
       where state = any($5::text[])),
     dropped as (
       update delivery newer set state = 'dropped', trouble = 'drawn_earlier' from requeued older
       where older.kind = 'card'
         and newer.workspace_id = older.workspace_id and newer.channel_id = older.channel_id
         and newer.subject = older.subject and newer.subject_id = older.subject_id
         and newer.kind = 'card' and newer.state = any($6::text[])
       returning 1)
     -- The count makes sure that the newer redraw has left the unique index before the older one enters it.
     -- Slack may show a blindly resent message from an earlier attempt, though it refused this one: look it up once more.
     update delivery set state = 'queued', behind = false,
       tried_at = case when delivery.repeated_at is not null then delivery.tried_at end,
       unclear_at = case when delivery.repeated_at is not null then coalesce(delivery.unclear_at, delivery.tried_at) end,
       trouble = coalesce(code, delivery.trouble),
       refusals = delivery.refusals + case when code is null then 0 else 1 end
     from requeued, (select count(*) from dropped) as before
     where delivery.workspace_id = requeued.workspace_id and delivery.id = requeued.id
       and delivery.attempt = requeued.attempt and delivery.state = any($5::text[])
     returning delivery.id, delivery.refusals`,
    [
      requeued.map(({ workspaceId }) => workspaceId),
      requeued.map(({ id }) => id),
      requeued.map(({ attempt }) => attempt),
      requeued.map(({ code }) => code),
      statesBefore('requeue'),
      statesBefore('supersede'),
    ],
  );
  const refusals = new Map(rows.map((row) => [row.id, row.refusals]));
  return requeued.map(({ id }) => refusals.get(id) ?? null);
}

/** The others of its channel go first. False when no other one waits. */
export async function markDeferred(db: Queryable, attempt: Attempt): Promise<boolean> {
  const rows = await db.query(
    `update delivery set behind = true
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[])
       and exists (select from delivery other
         where other.workspace_id = delivery.workspace_id and other.channel_id = delivery.channel_id
           and other.state = 'queued' and not other.behind and other.id <> delivery.id)
     returning 1`,
    [...values(attempt), statesBefore('defer')],
  );
  return rows.length > 0;
}

/** Slack refuses the channel, not one message: its deferred messages return to their places in the queue. */
export async function endDeferral(db: Queryable, { workspaceId, channelId }: Channel): Promise<void> {
  await db.query(
    `update delivery set behind = false
     where workspace_id = $1 and channel_id = $2 and state = 'queued' and behind and kind = 'message'`,
    [workspaceId, channelId],
  );
}

/** The message in Slack that it should edit is no longer there: it becomes a new message. */
export async function forgetEditedMessage(db: Queryable, attempt: Attempt): Promise<void> {
  await db.query(
    'update delivery set edits = null where workspace_id = $1 and id = $2 and attempt = $3',
    values(attempt),
  );
}
