import type { Queryable } from '../postgres/client/database.ts';

/** What an app is for, as lines of core/scopes/plan/needs.ts, in the order in which they were chosen. */
export async function readNeeds(db: Queryable, workspaceId: string, appId: string): Promise<string[]> {
  const rows = await db.query<{ need: string }>(
    'select need from zoom_app_need where workspace_id = $1 and zoom_app_id = $2 order by position',
    [workspaceId, appId],
  );
  return rows.map(({ need }) => need);
}

/** In place of all that were there. */
export async function setNeeds(
  db: Queryable,
  app: { readonly workspaceId: string; readonly appId: string },
  needs: readonly string[],
): Promise<void> {
  await db.query('delete from zoom_app_need where workspace_id = $1 and zoom_app_id = $2', [
    app.workspaceId,
    app.appId,
  ]);
  await db.query(
    `insert into zoom_app_need (workspace_id, zoom_app_id, need, position)
     select $1, $2::uuid, wanted.need, min(wanted.position)
     from unnest($3::text[]) with ordinality as wanted (need, position) group by wanted.need`,
    [app.workspaceId, app.appId, needs],
  );
}
