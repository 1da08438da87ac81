import type { EnvironmentKind } from '../core/readiness/checks.ts';
import { type ProfileRow, profileColumns, type StoredProfile, toProfile } from './connector_profiles.ts';
import type { Queryable } from './postgres/database.ts';

/**
 * Free, enabled profiles that appeared after somebody began to wait; the newest `limit` of them, oldest first. Nobody's
 * profiles stay among them for ever, so the limit must not be reached by those.
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
         and first_seen_at > (select min(baseline_at) from environment
                              where workspace_id = $1 and baseline_at is not null and stage <> 'archived')
       order by first_seen_at desc, id limit $2) as newest
     order by first_seen_at, id`,
    [workspaceId, limit],
  );
  return rows.map(toProfile);
}

/** An environment that waits for a profile, and to which `profileId` is new and has not been turned down. */
export interface Waiting {
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

const waitingFor = `
  select profile.id as profile_id, env.id as environment_id, env.kind, app.id as app_id, app.name as app_name,
         app.name_key as app_key, app.channel_id
  from connector_profile profile
  join environment env on env.workspace_id = profile.workspace_id and env.baseline_at < profile.first_seen_at
                      and env.stage <> 'archived'
  join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
  where profile.workspace_id = $1 and profile.id = any($2::text[])
    and not exists (select 1 from connector_profile held
                    where held.workspace_id = env.workspace_id and held.environment_id = env.id
                      and held.removed_at is null)
    and not exists (select 1 from connector_profile_rejection rejection
                    where rejection.workspace_id = env.workspace_id and rejection.environment_id = env.id
                      and rejection.profile_id = profile.id)`;

function toWaiting(row: WaitingRow): Waiting {
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

/** Waiting environments whose app bears one of these folded names. */
export async function waitingByName(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
  appKeys: readonly string[],
): Promise<Waiting[]> {
  const rows = await db.query<WaitingRow>(
    `${waitingFor} and app.name_key = any($3::text[]) and app.archived_at is null order by env.id`,
    [workspaceId, profileIds, appKeys],
  );
  return rows.map(toWaiting);
}

/** Some waiting environments, those closest to their profile first. */
export async function waitingForProfiles(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
  limit: number,
): Promise<Waiting[]> {
  const rows = await db.query<WaitingRow>(
    `${waitingFor} order by (env.stage = 'profile') desc, env.id limit $3`,
    [workspaceId, profileIds, limit],
  );
  return rows.map(toWaiting);
}

/** To which of these profiles one environment is open. */
export async function waitingOf(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
  environmentId: string,
): Promise<Waiting[]> {
  const rows = await db.query<WaitingRow>(`${waitingFor} and env.id = $3 order by profile.first_seen_at`, [
    workspaceId,
    profileIds,
    environmentId,
  ]);
  return rows.map(toWaiting);
}

/**
 * Ids of at most two that wait for a profile: "exactly one waits" needs no more. A registration that somebody worked on
 * since `draftsSince` waits too, though it has no environment yet.
 */
export async function anyTwoWaiting(
  db: Queryable,
  workspaceId: string,
  draftsSince: Date,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select env.id from environment env
     where env.workspace_id = $1 and env.baseline_at is not null and env.stage <> 'archived'
       and not exists (select 1 from connector_profile held
                       where held.workspace_id = env.workspace_id and held.environment_id = env.id
                         and held.removed_at is null)
     union all
     select draft.id from draft
     where draft.workspace_id = $1 and draft.baseline_at is not null and draft.updated_at >= $2
     limit 2`,
    [workspaceId, draftsSince],
  );
  return rows.map((row) => row.id);
}
