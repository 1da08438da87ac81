import type { Queryable } from '../postgres/client/database.ts';
import {
  type ProfileRow,
  profileColumns,
  type StoredProfile,
  toProfile,
} from '../profiles/connector_profiles.ts';

/** These environments give their profiles up, and each profile keeps whose it was. */
export async function releaseProfiles(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  await db.query(
    `update connector_profile set released_from = environment_id, environment_id = null, matched_by = null, matched_user = null,
                                  untold = false
     where workspace_id = $1 and environment_id = any($2::uuid[])`,
    [workspaceId, environmentIds],
  );
}

/** The profile that an environment gave up, as long as StackOne lists it and no other environment has it. */
export async function readReleasedProfile(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<StoredProfile | null> {
  const [row] = await db.query<ProfileRow>(
    `select ${profileColumns} from connector_profile
     where workspace_id = $1 and released_from = $2 and environment_id is null and removed_at is null
     order by first_seen_at desc limit 1 for update`,
    [workspaceId, environmentId],
  );
  return row === undefined ? null : toProfile(row);
}
