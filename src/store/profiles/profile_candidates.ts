import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { type ProfileRow, profileColumns, type StoredProfile, toProfile } from './connector_profiles.ts';

/**
 * Unassigned, enabled profiles that are newer than the baseline of an environment, but for those that an archived or deleted app had;
 * the newest `limit` of them, oldest first. Profiles that no app claims stay in this list; with the oldest first they would fill the
 * limit.
 */
export async function readCandidateProfiles(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<StoredProfile[]> {
  const rows = await db.query<ProfileRow>(
    `select * from (
       select ${profileColumns} from connector_profile
       where workspace_id = $1 and environment_id is null and active and removed_at is null
         and released_from is null
         and first_seen_at > (select min(baseline_at) from environment
                              where workspace_id = $1 and baseline_at is not null and stage <> 'archived')
       order by first_seen_at desc, id limit $2) as newest
     order by first_seen_at, id`,
    [workspaceId, limit],
  );
  return rows.map(toProfile);
}

/** An environment that waits for a profile, and for which `profileId` is new and was not rejected. */
export interface CandidateRow {
  readonly profileId: string;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
  readonly appId: string;
  readonly appName: string;
  readonly appKey: string;
  readonly channelId: string;
}

interface WaitingRow {
  profile_id: string;
  environment_id: string;
  kind: EnvironmentKind;
  app_id: string;
  app_name: string;
  app_key: string;
  channel_id: string;
}

const columns = `profile.id as profile_id, env.id as environment_id, env.kind, app.id as app_id, app.name as app_name,
  app.name_key as app_key, app.channel_id`;

/** An environment that has no profile, or a removed one. */
const holdsNone = `not exists (
  select 1 from connector_profile held
  where held.workspace_id = env.workspace_id and held.environment_id = env.id and held.removed_at is null)`;

const notRejected = `not exists (
  select 1 from connector_profile_rejection rejection
  where rejection.workspace_id = env.workspace_id and rejection.environment_id = env.id
    and rejection.profile_id = profile.id)`;

/** An environment without a passed check has no working profile: uses the index of those that may wait. */
const withoutProfile = `readiness_check looked
  join environment env on env.workspace_id = looked.workspace_id and env.id = looked.environment_id
                      and env.stage <> 'archived' and ${holdsNone}`;
const unpassed = `looked.workspace_id = $1 and looked.name = 'connector_profile' and looked.last_known <> 'passed'`;

function toWaiting(row: WaitingRow): CandidateRow {
  return {
    profileId: row.profile_id,
    environmentId: row.environment_id,
    environment: row.kind,
    appId: row.app_id,
    appName: row.app_name,
    appKey: row.app_key,
    channelId: row.channel_id,
  };
}

/**
 * For each profile, waiting environments whose app has one of the folded names that fit the profile. Reads the apps first:
 * usually no name fits, and then nothing else is read.
 */
export async function waitingByName(
  db: Queryable,
  workspaceId: string,
  wanted: readonly { profileId: string; appKey: string }[],
): Promise<CandidateRow[]> {
  const rows = await db.query<WaitingRow>(
    `with app as materialized (
       select id, name, name_key, channel_id from zoom_app
       where workspace_id = $1 and name_key = any($3::text[]) and archived_at is null)
     select ${columns} from app
     join unnest($2::text[], $3::text[]) as wanted (profile_id, app_key) on wanted.app_key = app.name_key
     join environment env on env.workspace_id = $1 and env.zoom_app_id = app.id and env.stage <> 'archived'
     join connector_profile profile on profile.workspace_id = $1 and profile.id = wanted.profile_id
                                   and profile.first_seen_at > env.baseline_at
     where ${holdsNone} and ${notRejected} order by env.id`,
    [workspaceId, wanted.map((one) => one.profileId), wanted.map((one) => one.appKey)],
  );
  return rows.map(toWaiting);
}

/** Which of these pairs still fit: the profile is unassigned, the environment waits, and no person rejected the pair. */
export async function stillWaiting(
  db: Queryable,
  workspaceId: string,
  pairs: readonly { profileId: string; environmentId: string }[],
): Promise<CandidateRow[]> {
  const rows = await db.query<WaitingRow>(
    `select ${columns} from unnest($2::text[], $3::uuid[]) as pair (profile_id, environment_id)
     join environment env on env.workspace_id = $1 and env.id = pair.environment_id and env.stage <> 'archived'
     join zoom_app app on app.workspace_id = $1 and app.id = env.zoom_app_id
     join connector_profile profile on profile.workspace_id = $1 and profile.id = pair.profile_id
       and profile.first_seen_at > env.baseline_at
       and profile.environment_id is null and profile.active and profile.removed_at is null
     where ${holdsNone} and ${notRejected} order by env.id`,
    [workspaceId, pairs.map((one) => one.profileId), pairs.map((one) => one.environmentId)],
  );
  return rows.map(toWaiting);
}

/** Some waiting environments (of one channel, or of all), those closest to their profile first. */
export async function waitingForProfiles(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
  some: { readonly channelId: string | null; readonly environments: number },
): Promise<CandidateRow[]> {
  const rows = await db.query<WaitingRow>(
    `with app as materialized (
       select app.*, env.id as environment_id, env.kind, env.baseline_at, env.stage = 'profile' as close
       from ${withoutProfile}
       join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
       where ${unpassed} and ($4::text is null or app.channel_id = $4) and env.baseline_at < (
         select max(first_seen_at) from connector_profile where workspace_id = $1 and id = any($2::text[]))
       order by env.stage = 'profile' desc, env.id limit $3)
     select profile.id as profile_id, app.environment_id, app.kind, app.id as app_id, app.name as app_name,
            app.name_key as app_key, app.channel_id
     from app
     join connector_profile profile on profile.workspace_id = $1 and profile.id = any($2::text[])
                                   and profile.first_seen_at > app.baseline_at
     where not exists (select 1 from connector_profile_rejection rejection
                       where rejection.workspace_id = $1 and rejection.environment_id = app.environment_id
                         and rejection.profile_id = profile.id)
     order by app.close desc, app.environment_id, profile.first_seen_at, profile.id`,
    [workspaceId, profileIds, some.environments, some.channelId],
  );
  return rows.map(toWaiting);
}

/**
 * Ids of at most two that wait for a profile: "exactly one waits" needs no more. A draft that was saved since
 * `draftsSince` counts too, though it has no environment yet.
 */
export async function anyTwoWaiting(
  db: Queryable,
  workspaceId: string,
  draftsSince: Date,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `(select env.id from ${withoutProfile} where ${unpassed} and env.baseline_at is not null limit 2)
     union all
     select draft.id from draft
     where draft.workspace_id = $1 and draft.baseline_at is not null and draft.updated_at >= $2
     limit 2`,
    [workspaceId, draftsSince],
  );
  return rows.map((row) => row.id);
}
