import type { Queryable } from '../postgres/client/database.ts';

/** Was this person added as an admin of the workspace, and was anybody? Cost: two rows of the primary key. */
export async function isStoredAdmin(
  db: Queryable,
  workspaceId: string,
  userId: string,
): Promise<{ readonly isAdmin: boolean; readonly others: boolean }> {
  const [row] = await db.query<{ is_admin: boolean; others: boolean }>(
    `select exists (select from workspace_admin where workspace_id = $1 and user_id = $2) as is_admin,
            exists (select from workspace_admin where workspace_id = $1 and user_id <> $2) as others`,
    [workspaceId, userId],
  );
  return { isAdmin: row?.is_admin ?? false, others: row?.others ?? false };
}

/** Who was added, by user id; at most `limit`. */
export async function readStoredAdmins(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ user_id: string }>(
    'select user_id from workspace_admin where workspace_id = $1 order by user_id limit $2',
    [workspaceId, limit],
  );
  return rows.map((row) => row.user_id);
}

export async function insertAdmins(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
  addedBy: string,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into workspace_admin (workspace_id, user_id, added_by, added_at)
     select $1, user_id, $3, $4 from unnest($2::text[]) as added (user_id) on conflict do nothing`,
    [workspaceId, userIds, addedBy, at],
  );
}

export async function deleteAdmins(
  db: Queryable,
  workspaceId: string,
  userIds: readonly string[],
): Promise<void> {
  await db.query('delete from workspace_admin where workspace_id = $1 and user_id = any($2::text[])', [
    workspaceId,
    userIds,
  ]);
}
