import type { Queryable } from '../postgres/client/database.ts';

/** What is to be forgotten: a person, everything of a workspace, or events that were written before `until`. */
export type Forgotten =
  | { readonly what: 'person'; readonly person: string }
  /** `until`: only when Slack removed the app before it, and it was not installed again. */
  | { readonly what: 'workspace'; readonly until?: Date }
  | { readonly what: 'history'; readonly until: Date };

/** A step of it: the sealed secrets, the waiting jobs, the history, or one table. */
export interface ForgetStep {
  readonly name: 'secrets' | 'jobs' | 'history' | 'table';
  readonly table: string | null;
}

export interface StepResult {
  /** Rows that were deleted, or in which something was replaced. */
  readonly rows: number;
  /** Zoom apps whose cards show something else now. */
  readonly appIds: readonly string[];
}

/** In the order in which a workspace can be emptied, which the database knows; of a person the watches first, or they would get new cards. */
export async function stepsOf(db: Queryable, forgotten: Forgotten): Promise<ForgetStep[]> {
  if (forgotten.what === 'history') return [{ name: 'history', table: null }];
  const jobs: ForgetStep = { name: 'jobs', table: null };
  if (forgotten.what === 'person') {
    const rows = await db.query<{ name: string }>(
      `select of_table as name from columns_about_people() group by of_table
       order by of_table not in ('watch', 'workspace_watch'), of_table`,
    );
    return [...rows.map(({ name }): ForgetStep => ({ name: 'table', table: name })), jobs];
  }
  const rows = await db.query<{ name: string }>(
    'select name from unnest(tables_of_workspace()) with ordinality as step (name, place) order by place',
  );
  return [
    { name: 'secrets', table: null },
    jobs,
    ...rows.map(({ name }): ForgetStep => ({ name: 'table', table: name })),
  ];
}

/**
 * One step, at most `most` rows, through the only function of the database that may change or delete events
 * (migrations/0023_forget.sql, with its cost). To be called until it answers 0 rows. `dry`: only counts.
 */
export async function forgetRows(
  tx: Queryable,
  forgotten: Forgotten & { readonly workspaceId: string },
  step: ForgetStep,
  { most, eventId, dry }: { readonly most: number; readonly eventId: string; readonly dry: boolean },
): Promise<StepResult> {
  const [row] = await tx.query<{ rows: number; apps: string[] }>(
    'select forgotten as rows, apps from forget($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      forgotten.workspaceId,
      step.name === 'table' ? forgotten.what : step.name,
      step.table,
      forgotten.what === 'person' ? forgotten.person : null,
      forgotten.what === 'person' ? null : (forgotten.until ?? null),
      most,
      eventId,
      dry,
    ],
  );
  return { rows: row?.rows ?? 0, appIds: row?.apps ?? [] };
}

/** How many Zoom apps of a workspace have no owner, and are not archived. */
export async function countAppsWithoutOwner(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from zoom_app app where workspace_id = $1 and archived_at is null and not exists (
       select from zoom_app_owner owner where owner.workspace_id = $1 and owner.zoom_app_id = app.id)
     and not exists (
       select from zoom_app_owner_group owner where owner.workspace_id = $1 and owner.zoom_app_id = app.id)`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
