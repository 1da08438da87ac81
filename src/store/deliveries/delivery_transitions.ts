import { statesBefore } from '../../core/deliveries/delivery_states.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * One attempt at one delivery. Every step names the state and the attempt it comes from: somebody who was frozen, or cut off from
 * the database, and whose delivery another one has taken since, changes nothing and is told so.
 */
export interface Attempt {
  readonly workspaceId: string;
  readonly id: string;
  readonly attempt: number;
}

const values = ({ workspaceId, id, attempt }: Attempt): [string, string, number] => [
  workspaceId,
  id,
  attempt,
];

/** Is it still ours to send? */
export async function holdsAttempt(db: Queryable, attempt: Attempt): Promise<boolean> {
  const rows = await db.query(
    `select 1 from delivery where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[])`,
    [...values(attempt), statesBefore('show')],
  );
  return rows.length > 0;
}

/** Nobody saw how the try under way ended. */
export async function markUnclear(db: Queryable, attempt: Attempt, now: Date): Promise<boolean> {
  const rows = await db.query(
    `update delivery set unclear_at = $5
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('mark_unclear'), now],
  );
  return rows.length > 0;
}

/** What ended unseen is about to be tried again; `blindly`: nobody could look whether it stands already. */
export async function markTriedAgain(
  db: Queryable,
  attempt: Attempt,
  blindly: boolean,
  now: Date,
): Promise<boolean> {
  const rows = await db.query(
    `update delivery set unclear_at = null, repeated_at = coalesce(repeated_at, case when $5 then $6::timestamptz end)
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('try_again'), blindly, now],
  );
  return rows.length > 0;
}

/** `postedIn`: the conversation that Slack put it in; null where that was not seen. */
export interface Shown extends Attempt {
  readonly ts: string;
  readonly postedIn: string | null;
}

/**
 * Slack shows these now. A card is edited where it stands from now on. Answers for each whether that is noted: it is when the same
 * attempt noted it before, and its answer was lost.
 */
export async function markSent(db: Queryable, shown: readonly Shown[], now: Date): Promise<boolean[]> {
  const rows = await db.query<{ id: string }>(
    `with note as (
       select * from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[])
         as note (workspace_id, id, attempt, ts, posted_in)),
     shown as (
       update delivery set state = 'sent', sent_at = $6, message_ts = ts, posted_in = note.posted_in, trouble = null
       from note
       where delivery.workspace_id = note.workspace_id and delivery.id = note.id and delivery.attempt = note.attempt
         and state = any($7::text[])
       returning delivery.workspace_id, delivery.id, channel_id, kind, subject, subject_id, message_ts),
     stands as (
       insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
       select workspace_id, channel_id, subject, subject_id, message_ts from shown where kind = 'card'
       on conflict (workspace_id, subject, subject_id, channel_id) do update set message_ts = excluded.message_ts
         where card.message_ts <> excluded.message_ts)
     select id from shown
     union
     select delivery.id from delivery join note using (workspace_id, id, attempt) where state = 'sent'`,
    [
      shown.map((one) => one.workspaceId),
      shown.map((one) => one.id),
      shown.map((one) => one.attempt),
      shown.map((one) => one.ts),
      shown.map((one) => one.postedIn),
      now,
      statesBefore('show'),
    ],
  );
  const noted = new Set(rows.map((row) => row.id));
  return shown.map(({ id }) => noted.has(id));
}

/** `refusedAt`: Slack refuses the message itself; null when nothing is left to say. */
export async function markDropped(
  db: Queryable,
  attempt: Attempt,
  { trouble, refusedAt }: { readonly trouble: string; readonly refusedAt: Date | null },
): Promise<boolean> {
  const rows = await db.query(
    `update delivery set state = 'dropped', trouble = $5, refused_at = $6
     where workspace_id = $1 and id = $2 and attempt = $3 and state = any($4::text[]) returning 1`,
    [...values(attempt), statesBefore('drop'), trouble, refusedAt],
  );
  return rows.length > 0;
}

/** `trouble`: Slack's error code; null when Slack was not reached, or says when to come again. */
export interface PutBack extends Attempt {
  readonly trouble: string | null;
}

/**
 * Slack did not take these this time: each waits again, at its old place: what follows a card in its thread must not overtake it.
 * A newer redraw of the same card is then not needed, because a card is drawn from what is true when it is sent. Answers for each
 * how often Slack has refused it, or null where somebody else has it by now.
 */
export async function putBack(db: Queryable, refused: readonly PutBack[]): Promise<(number | null)[]> {
  const rows = await db.query<{ id: string; refusals: number }>(
    `with refused as (
       select delivery.*, asked.code from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[])
         as asked (workspace_id, id, attempt, code)
       join delivery on delivery.workspace_id = asked.workspace_id and delivery.id = asked.id
         and delivery.attempt = asked.attempt
       where state = any($5::text[])),
     dropped as (
       update delivery newer set state = 'dropped', trouble = 'drawn_earlier' from refused older
       where older.kind = 'card'
         and newer.workspace_id = older.workspace_id and newer.channel_id = older.channel_id
         and newer.subject = older.subject and newer.subject_id = older.subject_id
         and newer.kind = 'card' and newer.state = any($6::text[])
       returning 1)
     -- Counting makes sure that the newer one has given its place free before the older one takes it.
     -- What was sent again blindly may stand since an earlier try, though this one was refused: it is looked for once more.
     update delivery set state = 'queued', behind = false,
       tried_at = case when delivery.repeated_at is not null then delivery.tried_at end,
       unclear_at = case when delivery.repeated_at is not null then coalesce(delivery.unclear_at, delivery.tried_at) end,
       trouble = coalesce(code, delivery.trouble),
       refusals = delivery.refusals + case when code is null then 0 else 1 end
     from refused, (select count(*) from dropped) as before
     where delivery.workspace_id = refused.workspace_id and delivery.id = refused.id
       and delivery.attempt = refused.attempt and delivery.state = any($5::text[])
     returning delivery.id, delivery.refusals`,
    [
      refused.map((one) => one.workspaceId),
      refused.map((one) => one.id),
      refused.map((one) => one.attempt),
      refused.map((one) => one.trouble),
      statesBefore('put_back'),
      statesBefore('supersede'),
    ],
  );
  const refusals = new Map(rows.map((row) => [row.id, row.refusals]));
  return refused.map(({ id }) => refusals.get(id) ?? null);
}

/** The message it should take the place of is gone: it is posted instead. */
export async function forgetEdited(db: Queryable, attempt: Attempt): Promise<void> {
  await db.query('update delivery set edits = null where workspace_id = $1 and id = $2 and attempt = $3', [
    ...values(attempt),
  ]);
}
