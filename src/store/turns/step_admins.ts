import type { PersonDoer } from '../../core/turns/turn.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** Who may be named for steps that are not an owner's. */
export type StepAdminOf = Exclude<PersonDoer, 'owner'>;

/** Who does what is to be done in Zoom and in StackOne, as Slack user ids; empty where nobody was named. */
export type StepAdmins = Readonly<Record<StepAdminOf, readonly string[]>>;

/** More than this for a service are not read. */
export const mostStepAdmins = 20;

export async function readNamedStepAdmins(db: Queryable, workspaceId: string): Promise<StepAdmins> {
  const rows = await db.query<{ doer: StepAdminOf; user_id: string }>(
    'select doer, user_id from step_admin where workspace_id = $1 order by doer, user_id limit $2',
    [workspaceId, 2 * mostStepAdmins],
  );
  const of = (doer: StepAdminOf) => rows.filter((row) => row.doer === doer).map((row) => row.user_id);
  return { zoom_admin: of('zoom_admin'), stackone_admin: of('stackone_admin') };
}

/** From now on these are named, and nobody else. */
export async function saveStepAdmins(
  db: Queryable,
  workspaceId: string,
  doer: StepAdminOf,
  userIds: readonly string[],
  addedBy: string,
  now: Date,
): Promise<void> {
  await db.query(
    'delete from step_admin where workspace_id = $1 and doer = $2 and user_id <> all($3::text[])',
    [workspaceId, doer, userIds],
  );
  await db.query(
    `insert into step_admin (workspace_id, doer, user_id, added_by, added_at)
     select $1, $2, user_id, $4, $5 from unnest($3::text[]) as named (user_id) on conflict do nothing`,
    [workspaceId, doer, userIds, addedBy, now],
  );
}
