import type { ProfileMatch } from '../core/readiness/checks.ts';
import type { Queryable } from './postgres/database.ts';

/** Gives a profile to an environment, in place of a removed one that it held before. */
export async function giveProfile(
  db: Queryable,
  at: { workspaceId: string; profileId: string; environmentId: string },
  how: ProfileMatch,
  user: string | null,
): Promise<void> {
  await freeProfileOf(db, at.workspaceId, at.environmentId);
  await db.query(
    `update connector_profile set environment_id = $3, matched_by = $4, matched_user = $5
     where workspace_id = $1 and id = $2`,
    [at.workspaceId, at.profileId, at.environmentId, how, user],
  );
}

export async function freeProfileOf(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<void> {
  await db.query(
    `update connector_profile set environment_id = null, matched_by = null, matched_user = null
     where workspace_id = $1 and environment_id = $2`,
    [workspaceId, environmentId],
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

export async function forgetRejection(
  db: Queryable,
  at: { workspaceId: string; profileId: string; environmentId: string },
): Promise<void> {
  await db.query(
    'delete from connector_profile_rejection where workspace_id = $1 and profile_id = $2 and environment_id = $3',
    [at.workspaceId, at.profileId, at.environmentId],
  );
}
