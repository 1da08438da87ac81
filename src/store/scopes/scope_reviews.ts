import type { Queryable } from '../postgres/client/database.ts';

/** How far the declared scopes of a workspace were compared with a catalogue. */
export interface ScopeReview {
  readonly catalogue: string;
  /** The folded name of the last app that was reviewed; null when all were. */
  readonly reviewedUpTo: string | null;
}

/** The review with the newest catalogue; null: there was none. The row is locked, so that one caller at a time goes on with it. */
export async function lockScopeReview(db: Queryable, workspaceId: string): Promise<ScopeReview | null> {
  const [row] = await db.query<ScopeReview>(
    'select catalogue, looked_up_to as "reviewedUpTo" from scope_review where workspace_id = $1 for update',
    [workspaceId],
  );
  return row ?? null;
}

export async function saveScopeReview(
  db: Queryable,
  workspaceId: string,
  { catalogue, reviewedUpTo }: ScopeReview,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into scope_review (workspace_id, catalogue, looked_up_to, reviewed_at) values ($1, $2, $3, $4)
     on conflict (workspace_id) do update set catalogue = $2, looked_up_to = $3, reviewed_at = $4`,
    [workspaceId, catalogue, reviewedUpTo, at],
  );
}

/** The catalogue knows these scopes by now: they need no confirmation by a person any more. */
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
