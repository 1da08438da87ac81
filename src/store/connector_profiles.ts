import type { EnvironmentKind, ProfileMatch } from '../core/readiness/checks.ts';
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

interface Row {
  id: string;
  name: string;
  active: boolean;
  first_seen_at: Date;
  removed_at: Date | null;
  environment_id: string | null;
  matched_by: ProfileMatch | null;
  matched_user: string | null;
}

const columns = 'id, name, active, first_seen_at, removed_at, environment_id, matched_by, matched_user';

function toProfile(row: Row): StoredProfile {
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
  const rows = await db.query<Row>(
    `select ${columns} from connector_profile where workspace_id = $1 and id = any($2::text[]) order by first_seen_at, id`,
    [workspaceId, ids],
  );
  return rows.map(toProfile);
}

export async function lockProfile(
  db: Queryable,
  workspaceId: string,
  id: string,
): Promise<StoredProfile | null> {
  const [row] = await db.query<Row>(
    `select ${columns} from connector_profile where workspace_id = $1 and id = $2 for update`,
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
  const [row] = await db.query<Row>(
    `select ${columns} from connector_profile where workspace_id = $1 and environment_id = $2`,
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
  const rows = await db.query<Row>(
    `select ${columns} from connector_profile
     where workspace_id = $1 and environment_id is null and active and removed_at is null
     order by first_seen_at desc, id limit $2`,
    [workspaceId, limit],
  );
  return rows.map(toProfile);
}

/**
 * Free, enabled profiles that appeared after somebody began to wait; the newest `limit` of them, oldest first. Nobody's
 * profiles stay among them for ever, so the limit must not be reached by those.
 */
export async function readCandidateProfiles(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<StoredProfile[]> {
  const rows = await db.query<Row>(
    `select * from (
       select ${columns} from connector_profile
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
