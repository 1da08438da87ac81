import type { ProfileMatch } from '../core/readiness/checks.ts';
import type { ProfileChoice } from '../core/zoom_app.ts';
import type { Queryable } from './postgres/database.ts';

export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly firstSeenAt: Date;
  readonly removedAt: Date | null;
  readonly environmentId: string | null;
  readonly matchedBy: ProfileMatch | null;
  readonly matchedUser: string | null;
}

export interface ProfileRow {
  id: string;
  name: string;
  active: boolean;
  first_seen_at: Date;
  removed_at: Date | null;
  environment_id: string | null;
  matched_by: ProfileMatch | null;
  matched_user: string | null;
}

export const profileColumns =
  'id, name, active, first_seen_at, removed_at, environment_id, matched_by, matched_user';

export function toProfile(row: ProfileRow): StoredProfile {
  return {
    id: row.id,
    name: row.name,
    active: row.active,
    firstSeenAt: row.first_seen_at,
    removedAt: row.removed_at,
    environmentId: row.environment_id,
    matchedBy: row.matched_by,
    matchedUser: row.matched_user,
  };
}

/** A profile as StackOne lists it now. */
export interface ListedProfile {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/**
 * Writes down a complete list in three statements, whatever its length: new ids, what changed, what is gone.
 * Returns the ids of profiles that belong to an environment and were disabled, enabled, removed or brought back.
 */
export async function saveProfileList(
  db: Queryable,
  workspaceId: string,
  list: readonly ListedProfile[],
  now: Date,
): Promise<{ changedIds: string[] }> {
  const listed = [list.map((one) => one.id), list.map((one) => one.name), list.map((one) => one.active)];
  const changed = await db.query<{ id: string }>(
    `update connector_profile stored set name = listed.name, active = listed.active, removed_at = null
     from unnest($2::text[], $3::text[], $4::boolean[]) as listed (id, name, active)
     where stored.workspace_id = $1 and stored.id = listed.id
       and (stored.name, stored.active, stored.removed_at is null) is distinct from (listed.name, listed.active, true)
     returning stored.id`,
    [workspaceId, ...listed],
  );
  const removed = await db.query<{ id: string }>(
    `update connector_profile set removed_at = $3
     where workspace_id = $1 and removed_at is null and id <> all($2::text[]) returning id`,
    [workspaceId, listed[0], now],
  );
  await db.query(
    `insert into connector_profile (workspace_id, id, name, active, first_seen_at)
     select $1, id, name, active, $5 from unnest($2::text[], $3::text[], $4::boolean[]) as listed (id, name, active)
     on conflict (workspace_id, id) do nothing`,
    [workspaceId, ...listed, now],
  );
  return { changedIds: [...changed, ...removed].map((row) => row.id) };
}

export async function readProfiles(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<StoredProfile[]> {
  const rows = await db.query<ProfileRow>(
    `select ${profileColumns} from connector_profile where workspace_id = $1 and id = any($2::text[]) order by first_seen_at, id`,
    [workspaceId, ids],
  );
  return rows.map(toProfile);
}

export async function lockProfile(
  db: Queryable,
  workspaceId: string,
  id: string,
): Promise<StoredProfile | null> {
  const [row] = await db.query<ProfileRow>(
    `select ${profileColumns} from connector_profile where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  return row === undefined ? null : toProfile(row);
}

/** The profile that an environment holds, removed or not. */
export async function readProfileOf(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<StoredProfile | null> {
  const [row] = await db.query<ProfileRow>(
    `select ${profileColumns} from connector_profile where workspace_id = $1 and environment_id = $2`,
    [workspaceId, environmentId],
  );
  return row === undefined ? null : toProfile(row);
}

/** Enabled profiles that belong to nobody, newest first. */
export async function readFreeProfiles(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<ProfileChoice[]> {
  const rows = await db.query<ProfileRow>(
    `select ${profileColumns} from connector_profile
     where workspace_id = $1 and environment_id is null and active and removed_at is null
     order by first_seen_at desc, id limit $2`,
    [workspaceId, limit],
  );
  return rows.map(toProfile);
}
