import type { NextAction } from '../../core/checks/next_action.ts';
import type { PersonDoer } from '../../core/turns/turn.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A turn of which somebody is to be reminded. */
export interface DueTurn {
  readonly environmentId: string;
  readonly action: NextAction;
  readonly doer: PersonDoer;
  readonly since: Date;
  /** Reminders of it so far. */
  readonly nudges: number;
}

/** Turns with a reminder that is due, the longest due first; at most `limit`. */
export function readDueTurns(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<DueTurn[]> {
  return db.query<DueTurn>(
    `select environment_id as "environmentId", action, doer, since, nudges from turn
     where workspace_id = $1 and nudge_at <= $2 and action is not null and doer is not null and since is not null
     order by nudge_at limit $3`,
    [workspaceId, now, limit],
  );
}

export interface NextNudge {
  readonly environmentId: string;
  readonly nudges: number;
  /** Null: no more. */
  readonly nudgeAt: Date | null;
}

export async function saveNextNudges(
  db: Queryable,
  workspaceId: string,
  next: readonly NextNudge[],
): Promise<void> {
  if (next.length === 0) return;
  await db.query(
    `update turn set nudges = next.nudges, nudge_at = next.nudge_at
     from unnest($2::uuid[], $3::integer[], $4::timestamptz[]) as next (environment_id, nudges, nudge_at)
     where turn.workspace_id = $1 and turn.environment_id = next.environment_id`,
    [
      workspaceId,
      next.map((one) => one.environmentId),
      next.map((one) => one.nudges),
      next.map((one) => one.nudgeAt),
    ],
  );
}

/** A reminder that waits to be sent to a person. */
export interface PersonNudge {
  readonly userId: string;
  readonly environmentId: string;
  readonly isLast: boolean;
}

export async function addPersonNudges(
  db: Queryable,
  workspaceId: string,
  nudges: readonly PersonNudge[],
  dueAt: Date,
): Promise<void> {
  if (nudges.length === 0) return;
  await db.query(
    `insert into nudge (workspace_id, user_id, environment_id, due_at, is_last)
     select $1, user_id, environment_id, $2, is_last
     from unnest($3::text[], $4::uuid[], $5::boolean[]) as new (user_id, environment_id, is_last)
     on conflict (workspace_id, user_id, environment_id) do update set is_last = excluded.is_last`,
    [
      workspaceId,
      dueAt,
      nudges.map((one) => one.userId),
      nudges.map((one) => one.environmentId),
      nudges.map((one) => one.isLast),
    ],
  );
}

/** People with a reminder that is due; at most `limit`. Cost: the entries of the index that are due. */
export async function peopleToNudge(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(
    `select user_id from nudge where workspace_id = $1 and due_at <= $2
     group by user_id order by min(due_at) limit $3`,
    [workspaceId, now, limit],
  );
  return rows.map((row) => row.user_id);
}

/** Everything that waits for this person is sent later. */
export async function postponeNudges(
  db: Queryable,
  workspaceId: string,
  userId: string,
  dueAt: Date,
): Promise<void> {
  await db.query('update nudge set due_at = $3 where workspace_id = $1 and user_id = $2', [
    workspaceId,
    userId,
    dueAt,
  ]);
}

/** Takes away what waits for this person, at most `limit`: it is sent in the same transaction. */
export async function takeNudges(
  db: Queryable,
  workspaceId: string,
  userId: string,
  limit: number,
): Promise<PersonNudge[]> {
  return db.query<PersonNudge>(
    `delete from nudge where workspace_id = $1 and user_id = $2 and environment_id = any(array(
       select environment_id from nudge where workspace_id = $1 and user_id = $2 order by environment_id limit $3))
     returning user_id as "userId", environment_id as "environmentId", is_last as "isLast"`,
    [workspaceId, userId, limit],
  );
}

/** Nobody is reminded of this environment any more. */
export async function dropNudges(db: Queryable, workspaceId: string, environmentId: string): Promise<void> {
  await db.query('delete from nudge where workspace_id = $1 and environment_id = $2', [
    workspaceId,
    environmentId,
  ]);
}

/** What these environments wait for, as it was worked out last. */
export async function readTurnsOf(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<DueTurn[]> {
  return db.query<DueTurn>(
    `select environment_id as "environmentId", action, doer, since, nudges from turn
     where workspace_id = $1 and environment_id = any($2::uuid[])
       and action is not null and doer is not null and since is not null`,
    [workspaceId, environmentIds],
  );
}
