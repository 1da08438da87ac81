import type { Queryable } from './postgres/database.ts';

/** A scope that the catalogue does not know, and who has seen it in Zoom. */
export interface ConfirmedScope {
  readonly scope: string;
  /** Slack user id. */
  readonly by: string;
  readonly at: Date;
}

export async function readConfirmedScopes(db: Queryable, workspaceId: string): Promise<ConfirmedScope[]> {
  return db.query(
    `select scope, confirmed_by as by, confirmed_at as at from confirmed_scope
     where workspace_id = $1 order by scope`,
    [workspaceId],
  );
}

/** As the table has it; the longest scope of Zoom's has 67 characters. */
const LONGEST = 200;

/** Who was first stays the one who confirmed it. */
export async function insertConfirmedScopes(
  db: Queryable,
  workspaceId: string,
  scopes: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  const short = scopes.filter((scope) => scope.length <= LONGEST);
  if (short.length === 0) return;
  await db.query(
    `insert into confirmed_scope (workspace_id, scope, confirmed_by, confirmed_at)
     select distinct $1, seen.scope, $3, $4::timestamptz from unnest($2::text[]) as seen (scope)
     on conflict do nothing`,
    [workspaceId, short, by, at],
  );
}
