import { nameKey } from '../../core/apps/app_name.ts';
import type { DeclaredScope, OwnerGroup, ZoomApp } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import { ownersBeside } from '../ownership/owners.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { type AsJson, toDate } from '../row_as_json.ts';

/** As `columnsOfApp` come. */
export interface ZoomAppRow {
  workspace_id: string;
  id: string;
  name: string;
  management_type: ManagementType;
  purpose: string;
  scope_description: string;
  channel_id: string;
  version: number;
  updated_by: string;
  updated_at: Date;
  archived_at: Date | null;
  merged_into: string | null;
  owners: string[] | null;
  owners_by_group: string[] | null;
  owner_groups: OwnerGroup[] | null;
  scopes: DeclaredScope[] | null;
}

/** In a query of `zoom_app app`, beside `ownersBeside` or `ownersWithReach`. */
export const columnsOfApp = `
  app.workspace_id, app.id, app.name, app.management_type, app.purpose, app.scope_description, app.channel_id,
         app.version, app.updated_by, app.updated_at, app.archived_at, app.merged_into, owned.owners, owned.owners_by_group,
         (select json_agg(json_build_object('id', grouped.id, 'handle', grouped.handle, 'trouble', grouped.trouble) order by grouped.handle)
          from zoom_app_owner_group owner
          join user_group grouped on grouped.workspace_id = owner.workspace_id and grouped.id = owner.group_id
          where owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id) as owner_groups,
         (select json_agg(json_build_object('scope', scope, 'confirmedBy', confirmed_by) order by position)
          from zoom_app_scope scope
          where scope.workspace_id = app.workspace_id and scope.zoom_app_id = app.id) as scopes`;

const select = `select ${columnsOfApp} from zoom_app app cross join lateral ${ownersBeside}`;

export function toZoomApp(row: ZoomAppRow | AsJson<ZoomAppRow>): ZoomApp {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    name: row.name,
    managementType: row.management_type,
    purpose: row.purpose,
    scopeDescription: row.scope_description,
    channelId: row.channel_id,
    owners: row.owners ?? [],
    ...(row.owners_by_group === null ? {} : { ownersByGroup: row.owners_by_group }),
    ...(row.owner_groups === null ? {} : { ownerGroups: row.owner_groups }),
    scopes: row.scopes ?? [],
    version: row.version,
    updatedBy: row.updated_by,
    updatedAt: new Date(row.updated_at),
    archivedAt: toDate(row.archived_at),
    mergedInto: row.merged_into,
  };
}

export async function readZoomApp(db: Queryable, workspaceId: string, id: string): Promise<ZoomApp | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query<ZoomAppRow>(`${select} where app.workspace_id = $1 and app.id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : toZoomApp(row);
}

/** Locks the app for a change: other changes of it or of its environments wait. */
export async function lockZoomApp(db: Queryable, workspaceId: string, id: string): Promise<ZoomApp | null> {
  if (!isUuid(id)) return null;
  await db.query('select 1 from zoom_app where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
  return readZoomApp(db, workspaceId, id);
}

export type LockedApp = Pick<ZoomApp, 'workspaceId' | 'id' | 'name' | 'managementType' | 'archivedAt'>;

/** The same for the apps of many environments, without the archived ones; always in the same order, so that no deadlock arises. */
export async function lockAppsOf(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<LockedApp[]> {
  const rows = await db.query<{ id: string; name: string; management_type: ManagementType }>(
    `select id, name, management_type from zoom_app
     where workspace_id = $1 and archived_at is null and id = any(array(
       select zoom_app_id from environment where workspace_id = $1 and id = any($2::uuid[])))
     order by id for update`,
    [workspaceId, environmentIds],
  );
  return rows.map(({ id, name, management_type: managementType }) => {
    return { workspaceId, id, name, managementType, archivedAt: null };
  });
}

export async function readZoomApps(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<ZoomApp[]> {
  const rows = await db.query<ZoomAppRow>(
    `${select} where app.workspace_id = $1 and app.id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  return rows.map(toZoomApp);
}

/** A page of all apps that are not archived, by name. `after` is the folded name of the last one seen. */
export async function pageOfZoomApps(
  db: Queryable,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; nameKey: string }[]> {
  return db.query(
    `select id, name_key as "nameKey" from zoom_app
     where workspace_id = $1 and archived_at is null ${after === null ? '' : 'and name_key ~>~ $3'}
     order by name_key using ~<~ limit $2`,
    after === null ? [workspaceId, limit] : [workspaceId, limit, after],
  );
}

export async function findZoomAppByName(
  db: Queryable,
  workspaceId: string,
  name: string,
): Promise<ZoomApp | null> {
  const [row] = await db.query<ZoomAppRow>(
    `${select} where app.workspace_id = $1 and app.name_key = $2 and app.archived_at is null`,
    [workspaceId, nameKey(name)],
  );
  return row === undefined ? null : toZoomApp(row);
}

/** Ids of the apps that bear one of these folded names. */
export async function zoomAppsNamed(
  db: Queryable,
  workspaceId: string,
  nameKeys: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'select id from zoom_app where workspace_id = $1 and name_key = any($2::text[]) and archived_at is null',
    [workspaceId, nameKeys],
  );
  return rows.map((row) => row.id);
}

/** Ids and names whose folded name begins so, by name; the unique index answers it. */
export async function zoomAppsBeginning(
  db: Queryable,
  workspaceId: string,
  beginning: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return db.query(
    `select id, name from zoom_app
     where workspace_id = $1 and name_key like $2 and archived_at is null order by name_key using ~<~ limit $3`,
    [workspaceId, namesBeginning(beginning), limit],
  );
}

/** What `like` takes for names whose folded form begins so. Folded names hold letters, digits and blanks only; escape all the same. */
export function namesBeginning(beginning: string): string {
  return `${nameKey(beginning).replace(/[\\%_]/g, '\\$&')}%`;
}
