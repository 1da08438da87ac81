import type { Roles } from '../../core/roles/activities.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface StoredRoles {
  /** Activity and who may, as admins have chosen it. */
  readonly roles: Readonly<Record<string, string>>;
  /** Added as an admin in Slack. */
  readonly isAdmin: boolean;
}

/** A newer replica may have stored activities that this one does not know. */
const chosenRoles =
  'select activity, who from workspace_role where workspace_id = $1 order by activity limit 100';

/** What is stored of a workspace's roles and of one person. Cost: a row for each activity, and one. */
export async function readStoredRoles(
  db: Queryable,
  workspaceId: string,
  userId: string,
): Promise<StoredRoles> {
  const [row] = await db.query<{ roles: Record<string, string> | null; is_admin: boolean }>(
    `select (select json_object_agg(activity, who) from (${chosenRoles}) chosen) as roles,
            exists (select from workspace_admin where workspace_id = $1 and user_id = $2) as is_admin`,
    [workspaceId, userId],
  );
  return { roles: row?.roles ?? {}, isAdmin: row?.is_admin ?? false };
}

/** Activity and who may, as admins have chosen it. Cost: a row for each activity. */
export async function readChosenRoles(
  db: Queryable,
  workspaceId: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await db.query<{ activity: string; who: string }>(chosenRoles, [workspaceId]);
  return Object.fromEntries(rows.map(({ activity, who }) => [activity, who]));
}

export async function saveRoles(db: Queryable, workspaceId: string, roles: Partial<Roles>): Promise<void> {
  await db.query(
    `insert into workspace_role (workspace_id, activity, who)
     select $1, activity, who from unnest($2::text[], $3::text[]) as chosen (activity, who)
     on conflict (workspace_id, activity) do update set who = excluded.who`,
    [workspaceId, Object.keys(roles), Object.values(roles)],
  );
}
