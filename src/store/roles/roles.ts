import type { Queryable } from '../postgres/client/database.ts';

export interface StoredRoles {
  /** Activity and who may, as admins have chosen it. */
  readonly roles: Readonly<Record<string, string>>;
  /** Added as an admin in Slack. */
  readonly isAdmin: boolean;
}

/** What is stored of a workspace's roles and of one person. Cost: a row for each activity, and one. */
export async function readStoredRoles(
  db: Queryable,
  workspaceId: string,
  userId: string,
): Promise<StoredRoles> {
  const [row] = await db.query<{ roles: Record<string, string> | null; is_admin: boolean }>(
    `select (select json_object_agg(activity, who) from (
               select activity, who from workspace_role where workspace_id = $1 order by activity limit 100) chosen) as roles,
            exists (select from workspace_admin where workspace_id = $1 and user_id = $2) as is_admin`,
    [workspaceId, userId],
  );
  return { roles: row?.roles ?? {}, isAdmin: row?.is_admin ?? false };
}
