import type { Queryable } from '../postgres/client/database.ts';

/** A profile as StackOne lists it now. */
export interface ListedProfile {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** The version of the connector that it runs with, and the one that it is pinned to; left out where not said. */
  readonly connectorVersion?: string;
  readonly pinnedVersion?: string;
}

/** As the table has it. */
const LONGEST_VERSION = 100;

/** A stored profile that a list lacks. */
export interface MissingProfile {
  readonly id: string;
  /** It belongs to an environment. */
  readonly owned: boolean;
  readonly doubtedSince: Date | null;
}

/**
 * Saves a list: compares it in the database, and writes only what is new or changed. Profiles that
 * belong to an environment and were disabled, enabled, renamed or brought back, or whose state cannot be read any more
 * (`unreadIds`), are marked as unannounced. Returns what the list lacks, which is left as it is.
 */
export async function saveProfileList(
  db: Queryable,
  workspaceId: string,
  list: readonly ListedProfile[],
  now: Date,
  unreadIds: readonly string[] = [],
): Promise<MissingProfile[]> {
  const different = await db.query<{
    id: string;
    missing: boolean;
    owned: boolean;
    doubted_since: Date | null;
  }>(
    `select coalesce(listed.id, stored.id) as id, listed.id is null as missing,
            stored.environment_id is not null as owned, stored.doubted_since
     from (select * from unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[])
             as read (id, name, active, version, pinned)
           union all select id, null, null, null, null from unnest($7::text[]) as unread (id)) as listed
     full join (select id, name, active, removed_at, doubted_since, environment_id, connector_version, pinned_version
                from connector_profile where workspace_id = $1) as stored
       on stored.id = listed.id
     where case when listed.id is null then stored.removed_at is null
           when listed.name is null then stored.id is null or stored.doubted_since is null
           else (stored.name, stored.active, stored.removed_at is null, stored.doubted_since is null,
                 stored.connector_version, stored.pinned_version)
                is distinct from (listed.name, listed.active, true, true, listed.version, listed.pinned) end`,
    [workspaceId, ...columnsOf(list), unreadIds],
  );
  const changed = new Set(different.filter((one) => !one.missing).map((one) => one.id));
  const touched = list.filter((one) => changed.has(one.id));
  if (touched.length > 0) await saveListed(db, workspaceId, touched, now);
  const unread = unreadIds.filter((id) => changed.has(id));
  if (unread.length > 0) await saveUnread(db, workspaceId, unread, now);
  return different
    .filter((one) => one.missing)
    .map((one) => ({ id: one.id, owned: one.owned, doubtedSince: one.doubted_since }));
}

export async function markRemoved(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `update connector_profile set removed_at = $3, doubted_since = null, untold = environment_id is not null
     where workspace_id = $1 and id = any($2::text[]) and removed_at is null`,
    [workspaceId, ids, now],
  );
}

/** Whether they exist is not known. */
export async function markDoubted(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `update connector_profile set doubted_since = $3, untold = environment_id is not null
     where workspace_id = $1 and id = any($2::text[]) and removed_at is null and doubted_since is null`,
    [workspaceId, ids, now],
  );
}

/**
 * They exist, in a state that is not known. One that was never seen before is kept as disabled and without a name: no
 * question is asked about it, and it keeps the time at which it was first seen.
 */
async function saveUnread(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into connector_profile as stored (workspace_id, id, name, active, first_seen_at, doubted_since)
     select $1, id, '', false, $3, $3 from unnest($2::text[]) as unread (id)
     on conflict (workspace_id, id) do update set doubted_since = $3, untold = stored.environment_id is not null
       where stored.removed_at is null and stored.doubted_since is null`,
    [workspaceId, ids, now],
  );
}

async function saveListed(
  db: Queryable,
  workspaceId: string,
  listed: readonly ListedProfile[],
  now: Date,
): Promise<void> {
  await db.query(
    // Another version alone changes no check, so it is no reason to update the environment.
    `insert into connector_profile as stored
       (workspace_id, id, name, active, first_seen_at, connector_version, pinned_version)
     select $1, id, name, active, $7, version, pinned
     from unnest($2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[])
       as listed (id, name, active, version, pinned)
     on conflict (workspace_id, id) do update set
       name = excluded.name, active = excluded.active, removed_at = null, doubted_since = null,
       connector_version = excluded.connector_version, pinned_version = excluded.pinned_version,
       untold = stored.untold or (stored.environment_id is not null
         and (stored.name, stored.active, stored.removed_at is null, stored.doubted_since is null)
             is distinct from (excluded.name, excluded.active, true, true))`,
    [workspaceId, ...columnsOf(listed), now],
  );
}

function columnsOf(list: readonly ListedProfile[]): readonly unknown[] {
  const version = (text: string | undefined): string | null => text?.slice(0, LONGEST_VERSION) ?? null;
  return [
    list.map((one) => one.id),
    list.map((one) => one.name),
    list.map((one) => one.active),
    list.map((one) => version(one.connectorVersion)),
    list.map((one) => version(one.pinnedVersion)),
  ];
}
