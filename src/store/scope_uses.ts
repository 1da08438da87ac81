import type { Queryable } from './postgres/database.ts';

export interface ScopeUse {
  readonly scope: string;
  readonly appId: string;
  readonly appName: string;
}

/** Apps of the workspace, archived ones left out, that declare one of these scopes; by name. Indexed by scope. */
export async function usesOfScopes(
  db: Queryable,
  workspaceId: string,
  scopes: readonly string[],
  limit: number,
): Promise<ScopeUse[]> {
  return db.query(
    `select declared.scope, app.id as "appId", app.name as "appName"
     from zoom_app_scope declared
     join zoom_app app on app.workspace_id = declared.workspace_id and app.id = declared.zoom_app_id
     where declared.workspace_id = $1 and declared.scope = any($2) and app.archived_at is null
     order by app.name_key using ~<~, declared.scope limit $3`,
    [workspaceId, scopes, limit],
  );
}
