import type { EnvironmentKind, ManagementType } from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** An environment that has a client ID, and its app. */
export interface ClientIdHolder {
  readonly appId: string;
  readonly name: string;
  readonly managementType: ManagementType;
  readonly kind: EnvironmentKind;
  readonly archived: boolean;
}

/**
 * Environments that have one of these client IDs, at most `limit`, those of archived apps last. `except`: the id of an app or of an
 * environment that is not meant. Cost: an index of the client IDs.
 */
export function readClientIdHolders(
  db: Queryable,
  workspaceId: string,
  clientIds: readonly string[],
  except: string | null,
  limit: number,
): Promise<ClientIdHolder[]> {
  return db.query(
    `select app.id as "appId", app.name, app.management_type as "managementType", env.kind,
            app.archived_at is not null as archived
     from environment env
     join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
     where env.workspace_id = $1 and env.client_id = any($2::text[])
       and env.id is distinct from $3::uuid and env.zoom_app_id is distinct from $3::uuid
     order by app.archived_at is not null, app.name_key, app.id, env.kind limit $4`,
    [workspaceId, clientIds, except, limit],
  );
}
