import type { Queryable } from './postgres/database.ts';

/** The newest catalogue that was reviewed before; null: none was. Whoever reads it first does the review. */
export async function lockScopeReview(db: Queryable, workspaceId: string): Promise<string | null> {
  const [row] = await db.query<{ catalogue: string }>(
    'select catalogue from scope_review where workspace_id = $1 for update',
    [workspaceId],
  );
  return row?.catalogue ?? null;
}

export async function saveScopeReview(
  db: Queryable,
  workspaceId: string,
  catalogue: string,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into scope_review (workspace_id, catalogue, reviewed_at) values ($1, $2, $3)
     on conflict (workspace_id) do update set catalogue = $2, reviewed_at = $3`,
    [workspaceId, catalogue, at],
  );
}

/** The catalogue knows them now: nobody's word is needed for them any more. */
export async function forgetConfirmations(
  db: Queryable,
  app: { readonly workspaceId: string; readonly id: string },
  scopes: readonly string[],
): Promise<void> {
  await db.query(
    `update zoom_app_scope set confirmed_by = null
     where workspace_id = $1 and zoom_app_id = $2 and scope = any($3)`,
    [app.workspaceId, app.id, scopes],
  );
}
