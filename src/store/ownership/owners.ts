import { groupPairs } from '../../core/group_by.ts';
import type { Queryable } from '../postgres/client/database.ts';

const ofApp = 'owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id';

/** In a query of `zoom_app app`: who owns it, as an array; null: nobody. */
export const ownersOfApp = `
  (select array_agg(owner.user_id order by owner.user_id) from zoom_app_owner owner where ${ofApp})`;

const ownerColumns = `
  array_agg(owner.user_id order by owner.user_id) as owners,
  array_agg(owner.user_id order by owner.user_id) filter (where owner.by_group) as owners_by_group`;

/** To be joined laterally to `zoom_app app`: `owned.owners`, `owned.owners_by_group`. */
export const ownersBeside = `(select ${ownerColumns} from zoom_app_owner owner where ${ofApp}) owned`;

/** The same, with those who cannot be reached as JSON, `owned.unreachable_owners`: each owner is read once. */
export const ownersWithReach = `
  (select ${ownerColumns},
     json_agg(json_build_object('userId', owner.user_id, 'since', contact.unreachable_since) order by owner.user_id)
       filter (where contact.unreachable_since is not null) as unreachable_owners
   from zoom_app_owner owner
   left join owner_contact contact on contact.workspace_id = owner.workspace_id and contact.user_id = owner.user_id
   where ${ofApp}) owned`;

interface OwnerRow {
  readonly appId: string;
  readonly userId: string;
}

const peopleByApp = (rows: readonly OwnerRow[]): Map<string, string[]> =>
  groupPairs(rows.map(({ appId, userId }) => [appId, userId]));

/** Everybody who owns each of these apps, by a user group too; without the apps that nobody owns. Cost: as many rows. */
export async function readOwners(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.query<OwnerRow>(
    `select zoom_app_id as "appId", user_id as "userId" from zoom_app_owner
     where workspace_id = $1 and zoom_app_id = any($2::uuid[]) order by user_id`,
    [workspaceId, appIds],
  );
  return peopleByApp(rows);
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

/** Who became an owner of an app by a user group, or is none any more. */
interface GroupOwnersChange {
  readonly appId: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
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
