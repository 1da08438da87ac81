import type { Queryable } from '../postgres/client/database.ts';

/** A scope that the catalogue does not know, and who has seen it in Zoom. */
export interface ConfirmedScope {
  readonly scope: string;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
}

const columns = 'scope, confirmed_by as by, confirmed_at as at';

/** As the table has it; the longest scope of Zoom's has 67 characters. */
const LONGEST = 200;

/** Most confirmed scopes of a workspace. Rows from before this limit may be more; the rest is not listed. */
export const MOST_CONFIRMED = 500;

/** Those that are short enough for the table, each once. */
export function storable(scopes: readonly string[]): string[] {
  return [...new Set(scopes)].filter(({ length }) => length <= LONGEST);
}

/** Which of these are confirmed. Cost: one index look-up for each. */
export async function readConfirmedScopes(
  db: Queryable,
  workspaceId: string,
  scopes: readonly string[],
): Promise<ConfirmedScope[]> {
  const asked = storable(scopes);
  if (asked.length === 0) return [];
  return db.query(
    `select ${columns} from confirmed_scope where workspace_id = $1 and scope = any($2::text[]) order by scope`,
    [workspaceId, asked],
  );
}

/** All of them, in their order. */
export async function listConfirmedScopes(db: Queryable, workspaceId: string): Promise<ConfirmedScope[]> {
  return db.query(
    `select ${columns} from confirmed_scope where workspace_id = $1 order by scope limit $2`,
    [workspaceId, MOST_CONFIRMED],
    'confirmed_scopes',
  );
}

/** How many there are, counted no further than the limit. */
export async function countConfirmedScopes(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select from confirmed_scope where workspace_id = $1 limit $2) as known`,
    [workspaceId, MOST_CONFIRMED],
  );
  return row?.count ?? 0;
}

/** A scope that is confirmed already keeps its first confirmer. Those that are too long for the table are left out. */
export async function insertConfirmedScopes(
  db: Queryable,
  workspaceId: string,
  scopes: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  const short = storable(scopes);
  if (short.length === 0) return;
  await db.query(
    `insert into confirmed_scope (workspace_id, scope, confirmed_by, confirmed_at)
     select $1, seen.scope, $3, $4::timestamptz from unnest($2::text[]) as seen (scope)
     on conflict do nothing`,
    [workspaceId, short, by, at],
  );
}

export async function deleteConfirmedScope(db: Queryable, workspaceId: string, scope: string): Promise<void> {
  await db.query('delete from confirmed_scope where workspace_id = $1 and scope = $2', [workspaceId, scope]);
}

/** Does this person own an app that declares this scope? */
export async function ownsAppWithScope(
  db: Queryable,
  workspaceId: string,
  scope: string,
  userId: string,
): Promise<boolean> {
  const [row] = await db.query<{ owns: boolean }>(
    `select exists (
       select from zoom_app_scope declared
       join zoom_app_owner owner on owner.workspace_id = $1 and owner.zoom_app_id = declared.zoom_app_id
                                and owner.user_id = $3
       join zoom_app app on app.workspace_id = $1 and app.id = declared.zoom_app_id and app.archived_at is null
       where declared.workspace_id = $1 and declared.scope = $2) as owns`,
    [workspaceId, scope, userId],
  );
  return row?.owns ?? false;
}
