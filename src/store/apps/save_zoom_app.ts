import { nameKey } from '../../core/apps/app_name.ts';
import type { DeclaredScope } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface ZoomAppFields {
  readonly name: string;
  readonly managementType: ManagementType;
  readonly purpose: string;
  readonly scopeDescription: string;
  readonly channelId: string;
}

/** False when another app of the workspace has that name. */
export async function insertZoomApp(
  db: Queryable,
  app: ZoomAppFields & { workspaceId: string; id: string },
  actor: string,
  now: Date,
): Promise<boolean> {
  const rows = await db.query(
    `insert into zoom_app (workspace_id, id, name, name_key, management_type, purpose, scope_description, channel_id,
                           created_by, updated_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10)
     on conflict (workspace_id, name_key) where archived_at is null do nothing
     returning 1`,
    fieldValues(app, actor, now),
  );
  return rows.length > 0;
}

/** The row must be locked, and the name known to be free (or the app's own). */
export async function updateZoomApp(
  db: Queryable,
  app: ZoomAppFields & { workspaceId: string; id: string },
  actor: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update zoom_app set name = $3, name_key = $4, management_type = $5, purpose = $6, scope_description = $7,
                         channel_id = $8, updated_by = $9, updated_at = $10, version = version + 1
     where workspace_id = $1 and id = $2`,
    fieldValues(app, actor, now),
  );
}

/** The parameters that both statements above share, in their order. */
function fieldValues(
  app: ZoomAppFields & { workspaceId: string; id: string },
  actor: string,
  now: Date,
): readonly unknown[] {
  const { workspaceId, id, name, managementType, purpose, scopeDescription, channelId } = app;
  return [
    workspaceId,
    id,
    name,
    nameKey(name),
    managementType,
    purpose,
    scopeDescription,
    channelId,
    actor,
    now,
  ];
}

export async function setScopes(
  db: Queryable,
  app: { workspaceId: string; id: string },
  scopes: readonly DeclaredScope[],
): Promise<void> {
  await db.query('delete from zoom_app_scope where workspace_id = $1 and zoom_app_id = $2', [
    app.workspaceId,
    app.id,
  ]);
  await db.query(
    `insert into zoom_app_scope (workspace_id, zoom_app_id, scope, confirmed_by, position)
     select $1, $2::uuid, declared.scope, declared.confirmed_by, declared.position
     from unnest($3::text[], $4::text[]) with ordinality as declared (scope, confirmed_by, position)`,
    [app.workspaceId, app.id, scopes.map((one) => one.scope), scopes.map((one) => one.confirmedBy)],
  );
}
