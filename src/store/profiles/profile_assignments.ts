import type { ProfileMatch } from '../../core/checks/check_detail.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A profile and the environment that it is assigned to. `user`: the person who decided it, if one did. */
export interface Assignment {
  readonly profileId: string;
  readonly environmentId: string;
  readonly how: ProfileMatch;
  readonly user: string | null;
}

/** Assigns profiles to environments, in place of removed ones that they held before. No profile and no environment twice. */
export async function giveProfiles(
  db: Queryable,
  workspaceId: string,
  assignments: readonly Assignment[],
): Promise<void> {
  const environmentIds = assignments.map((assignment) => assignment.environmentId);
  await freeProfilesOf(db, workspaceId, environmentIds);
  await db.query(
    `update connector_profile set environment_id = gift.environment_id, matched_by = gift.how, matched_user = gift.who,
                                  released_from = null
     from unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) as gift (profile_id, environment_id, how, who)
     where connector_profile.workspace_id = $1 and connector_profile.id = gift.profile_id`,
    [
      workspaceId,
      assignments.map((assignment) => assignment.profileId),
      environmentIds,
      assignments.map((assignment) => assignment.how),
      assignments.map((assignment) => assignment.user),
    ],
  );
}

export async function freeProfilesOf(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  await db.query(
    `update connector_profile set environment_id = null, matched_by = null, matched_user = null, untold = false
     where workspace_id = $1 and environment_id = any($2::uuid[])`,
    [workspaceId, environmentIds],
  );
}

/** "Not this one", for one or several environments. */
export async function saveRejections(
  db: Queryable,
  workspaceId: string,
  profileId: string,
  environmentIds: readonly string[],
  user: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into connector_profile_rejection (workspace_id, environment_id, profile_id, user_id, at)
     select $1, unnest($3::uuid[]), $2, $4, $5 on conflict do nothing`,
    [workspaceId, profileId, environmentIds, user, now],
  );
}

/** Who said that a profile does not belong to an environment; null when nobody did. */
export async function rejectedBy(
  db: Queryable,
  at: { workspaceId: string; profileId: string; environmentId: string },
): Promise<string | null> {
  const [row] = await db.query<{ user: string }>(
    `select user_id as user from connector_profile_rejection
     where workspace_id = $1 and profile_id = $2 and environment_id = $3`,
    [at.workspaceId, at.profileId, at.environmentId],
  );
  return row?.user ?? null;
}

export async function forgetRejection(
  db: Queryable,
  at: { workspaceId: string; profileId: string; environmentId: string },
): Promise<void> {
  await db.query(
    'delete from connector_profile_rejection where workspace_id = $1 and profile_id = $2 and environment_id = $3',
    [at.workspaceId, at.profileId, at.environmentId],
  );
}
