import { nameKey } from '../../core/apps/app_name.ts';
import type { DeclaredScope } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import { groupPairs } from '../../core/group_by.ts';
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

/** `owners`: those that were chosen themselves; the members of user groups stay owners too. */
export async function setOwners(
  db: Queryable,
  app: { workspaceId: string; id: string },
  owners: readonly string[],
): Promise<void> {
  const given = [app.workspaceId, app.id, owners];
  await db.query(
    `delete from zoom_app_owner
     where workspace_id = $1 and zoom_app_id = $2 and not by_group and user_id <> all($3::text[])`,
    given,
  );
  await db.query(
    `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id) select distinct $1, $2::uuid, unnest($3::text[])
     on conflict (workspace_id, zoom_app_id, user_id) do update set by_group = false where zoom_app_owner.by_group`,
    given,
  );
  await syncGroupOwners(db, app.workspaceId, [app.id]);
}

/** Everybody who owns an app, by a user group too. Cost: as many rows. */
export async function readOwners(db: Queryable, workspaceId: string, appId: string): Promise<string[]> {
  const rows = await db.query<{ user_id: string }>(
    'select user_id from zoom_app_owner where workspace_id = $1 and zoom_app_id = $2 order by user_id',
    [workspaceId, appId],
  );
  return rows.map((row) => row.user_id);
}

/** Who became an owner of an app by a user group, or is none any more. */
interface GroupOwnersChange {
  readonly appId: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

interface OwnerRow {
  readonly appId: string;
  readonly userId: string;
}

/**
 * Makes the members of the groups that own these apps owners, and lets those go who are members no more. Returns the apps whose owners
 * are others now.
 */
export async function syncGroupOwners(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<readonly GroupOwnersChange[]> {
  const joined = await db.query<OwnerRow>(
    `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id, by_group)
     select distinct $1, owner.zoom_app_id, member.user_id, true
     from zoom_app_owner_group owner
     join user_group_member member on member.workspace_id = $1 and member.group_id = owner.group_id
     where owner.workspace_id = $1 and owner.zoom_app_id = any($2::uuid[])
     on conflict do nothing returning zoom_app_id as "appId", user_id as "userId"`,
    [workspaceId, appIds],
  );
  const left = await db.query<OwnerRow>(
    `delete from zoom_app_owner listed
     where workspace_id = $1 and zoom_app_id = any($2::uuid[]) and by_group and not exists (
       select from zoom_app_owner_group owner
       join user_group_member member on member.workspace_id = $1 and member.group_id = owner.group_id
       where owner.workspace_id = $1 and owner.zoom_app_id = listed.zoom_app_id and member.user_id = listed.user_id)
     returning zoom_app_id as "appId", user_id as "userId"`,
    [workspaceId, appIds],
  );
  const joinedOf = peopleByApp(joined);
  const leftOf = peopleByApp(left);
  return appIds
    .map((appId) => ({ appId, joined: joinedOf.get(appId) ?? [], left: leftOf.get(appId) ?? [] }))
    .filter((change) => change.joined.length + change.left.length > 0);
}

const peopleByApp = (rows: readonly OwnerRow[]): Map<string, string[]> =>
  groupPairs(rows.map(({ appId, userId }) => [appId, userId]));

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
