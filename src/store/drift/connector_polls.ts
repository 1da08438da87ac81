import type { Queryable } from '../postgres/client/database.ts';

/** How far the apps of a workspace were compared with a snapshot and a catalogue. */
export interface Comparing {
  /** A hash of what they are compared with; null: they never were. */
  readonly compared: string | null;
  /** The folded name of the last app that was compared; null when all were. */
  readonly upTo: string | null;
  /** When this comparison began. */
  readonly since: Date | null;
}

/**
 * Takes the lease of a workspace's daily look at the connector: true for one caller when it is due, who has until `next` for it.
 * A workspace without a row gets one, due at `first`. A time further off than `longest` comes from a clock that was set back since.
 */
export async function takeConnectorCheck(
  db: Queryable,
  workspaceId: string,
  at: { readonly now: Date; readonly next: Date; readonly first: Date; readonly longest: Date },
): Promise<boolean> {
  await db.query(
    'insert into connector_poll (workspace_id, next_check_at) values ($1, $2) on conflict do nothing',
    [workspaceId, at.first],
  );
  const rows = await db.query(
    `update connector_poll set next_check_at = $3, checked_at = $2
     where workspace_id = $1 and (next_check_at <= $2 or next_check_at > $4) returning 1`,
    [workspaceId, at.now, at.next, at.longest],
  );
  return rows.length > 0;
}

/** The same because a person asked: true at most once after each `before`, for all processes together. */
export async function takeForcedConnectorCheck(
  db: Queryable,
  workspaceId: string,
  at: { readonly now: Date; readonly next: Date; readonly before: Date },
): Promise<boolean> {
  const rows = await db.query(
    `insert into connector_poll as poll (workspace_id, next_check_at, checked_at) values ($1, $3, $2)
     on conflict (workspace_id) do update set next_check_at = $3, checked_at = $2
       where poll.checked_at is null or poll.checked_at <= $4 or poll.checked_at > $2
     returning 1`,
    [workspaceId, at.now, at.next, at.before],
  );
  return rows.length > 0;
}

/** The look is over: when the next one is due. */
export async function saveNextConnectorCheck(db: Queryable, workspaceId: string, at: Date): Promise<void> {
  await db.query('update connector_poll set next_check_at = $2 where workspace_id = $1', [workspaceId, at]);
}

export async function readProfileVersion(db: Queryable, workspaceId: string): Promise<string | null> {
  const [row] = await db.query<{ version: string | null }>(
    'select profile_version as version from connector_poll where workspace_id = $1',
    [workspaceId],
  );
  return row?.version ?? null;
}

/** Writes only what is new; `at`: when a workspace without a row is looked at first. */
export async function saveProfileVersion(
  db: Queryable,
  workspaceId: string,
  version: string,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into connector_poll as poll (workspace_id, next_check_at, profile_version) values ($1, $3, left($2, 100))
     on conflict (workspace_id) do update set profile_version = excluded.profile_version
       where poll.profile_version is distinct from excluded.profile_version`,
    [workspaceId, version, at],
  );
}

/** Locks the row, so that one caller at a time goes on with the comparison; `at` as above. */
export async function lockComparing(db: Queryable, workspaceId: string, at: Date): Promise<Comparing> {
  await db.query(
    'insert into connector_poll (workspace_id, next_check_at) values ($1, $2) on conflict do nothing',
    [workspaceId, at],
  );
  const [row] = await db.query<Comparing>(
    `select compared, compared_up_to as "upTo", comparing_since as since
     from connector_poll where workspace_id = $1 for update`,
    [workspaceId],
  );
  return row ?? { compared: null, upTo: null, since: null };
}

export async function saveComparing(
  db: Queryable,
  workspaceId: string,
  { compared, upTo, since }: Comparing,
): Promise<void> {
  await db.query(
    `update connector_poll set compared = $2, compared_up_to = $3, comparing_since = $4 where workspace_id = $1`,
    [workspaceId, compared, upTo, since],
  );
}
