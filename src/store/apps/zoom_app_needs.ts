import { groupPairs } from '../../core/group_by.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** What an app is for, as lines of core/scopes/plan/needs.ts, in the order in which they were chosen. */
export async function readNeeds(db: Queryable, workspaceId: string, appId: string): Promise<string[]> {
  return (await readNeedsOfApps(db, workspaceId, [appId])).get(appId) ?? [];
}

/** The same of several apps; one without needs is left out. */
export async function readNeedsOfApps(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.query<{ app_id: string; need: string }>(
    `select zoom_app_id as app_id, need from zoom_app_need
     where workspace_id = $1 and zoom_app_id = any($2::uuid[]) order by zoom_app_id, position`,
    [workspaceId, appIds],
  );
  return groupPairs(rows.map(({ app_id, need }) => [app_id, need]));
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
