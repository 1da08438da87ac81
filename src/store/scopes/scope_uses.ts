import type { Queryable } from '../postgres/client/database.ts';

export interface ScopeUse {
  readonly scope: string;
  readonly appId: string;
  readonly appName: string;
}

/**
 * Apps of the workspace, archived ones left out, that declare one of these scopes; by name. Of a scope that more than
 * `limit` apps declare, an arbitrary few: to find the first by name, all would have to be read. Indexed by scope; written as a range in
 * its order, because of an equal scope the planner would expect enough rows at the beginning of the table.
 */
export async function usesOfScopes(
  db: Queryable,
  workspaceId: string,
  scopes: readonly string[],
  limit: number,
): Promise<ScopeUse[]> {
  return db.query(
    `select wanted.scope, app.id as "appId", app.name as "appName"
     from (select distinct unnest($2::text[]) as scope) wanted, lateral (
       select app.id, app.name, app.name_key from zoom_app_scope declared
       join zoom_app app on app.workspace_id = declared.workspace_id and app.id = declared.zoom_app_id
       where declared.workspace_id = $1 and declared.scope between wanted.scope and wanted.scope
         and app.archived_at is null
       order by declared.scope limit $3) app
     order by app.name_key using ~<~, wanted.scope limit $3`,
    [workspaceId, scopes, limit],
  );
}
