import type { ProfileMatch } from '../../core/checks/check_detail.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly firstSeenAt: Date;
  readonly removedAt: Date | null;
  /** Since when StackOne's list names it without its state, or an incomplete list lacks it. */
  readonly doubtedSince: Date | null;
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
  doubted_since: Date | null;
  environment_id: string | null;
  matched_by: ProfileMatch | null;
  matched_user: string | null;
}

export const profileColumns =
  'id, name, active, first_seen_at, removed_at, doubted_since, environment_id, matched_by, matched_user';

export function toProfile(row: ProfileRow): StoredProfile {
  return {
    id: row.id,
    name: row.name,
    active: row.active,
    firstSeenAt: row.first_seen_at,
    removedAt: row.removed_at,
    doubtedSince: row.doubted_since,
    environmentId: row.environment_id,
    matchedBy: row.matched_by,
    matchedUser: row.matched_user,
  };
}

/** Profiles that a list changed and whose environment was not updated yet; claimed in a batch. */
export async function claimUnannouncedProfiles(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<StoredProfile[]> {
  const rows = await db.query<ProfileRow>(
    `update connector_profile set untold = false
     where workspace_id = $1 and id = any(array(
       select id from connector_profile where workspace_id = $1 and untold order by id limit $2))
     returning ${profileColumns}`,
    [workspaceId, limit],
  );
  return rows.map(toProfile);
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

/** From enabled profiles without an environment, newest first. */
export const freeProfiles = (workspaceId: string, limit: string): string => `
  from connector_profile
  where workspace_id = ${workspaceId} and environment_id is null and active and removed_at is null
  order by first_seen_at desc, id limit ${limit}`;

export async function anyFreeProfile(db: Queryable, workspaceId: string): Promise<boolean> {
  const rows = await db.query<{ id: string }>(`select id ${freeProfiles('$1', '1')}`, [workspaceId]);
  return rows.length > 0;
}
