import type { Queryable } from '../postgres/client/database.ts';

export type ProbeTrust = 'untested' | 'trusted' | 'untrusted';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  readonly probeTrust: ProbeTrust;
}

interface Row {
  id: string;
  name: string;
  bot_user_id: string;
  probe_trust: ProbeTrust;
}

/** Saves the workspace and Greenroom's user id in it, which is installed there; other columns keep their values. */
export async function saveWorkspace(
  db: Queryable,
  workspace: { id: string; name: string; botUserId: string; url?: string | null },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into workspace (id, name, bot_user_id, url, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set name = excluded.name, bot_user_id = excluded.bot_user_id, url = excluded.url,
                                    uninstalled_at = null`,
    [workspace.id, workspace.name, workspace.botUserId, workspace.url ?? null, now],
  );
}

export async function readWorkspace(db: Queryable, id: string): Promise<Workspace | null> {
  const [row] = await db.query<Row>(
    'select id, name, bot_user_id, probe_trust from workspace where id = $1',
    [id],
  );
  return row === undefined
    ? null
    : { id: row.id, name: row.name, botUserId: row.bot_user_id, probeTrust: row.probe_trust };
}

export async function workspaceIds(db: Queryable): Promise<string[]> {
  return (await db.query<{ id: string }>('select id from workspace order by id')).map((row) => row.id);
}

/** Slack reports that the app was removed, and refuses its token. Cost: one row. */
export async function recordUninstall(db: Queryable, workspaceId: string): Promise<void> {
  await db.query(
    `update workspace set uninstalled_at = clock_timestamp(), forget_announced_at = null
     where id = $1 and uninstalled_at is null`,
    [workspaceId],
  );
}

/** A token of the workspace works. Cost: one row, written only after a removal. */
export async function recordInstall(db: Queryable, workspaceId: string): Promise<void> {
  await db.query('update workspace set uninstalled_at = null where id = $1 and uninstalled_at is not null', [
    workspaceId,
  ]);
}

/** Since when the app is removed from a workspace, and when it was announced that the workspace will be forgotten. */
export interface Removal {
  readonly uninstalledAt: Date;
  readonly announcedAt: Date | null;
}

/** Null: the app was not removed, or is installed again. Cost: one row. */
export async function readRemoval(db: Queryable, workspaceId: string): Promise<Removal | null> {
  const [row] = await db.query<{ uninstalled_at: Date; forget_announced_at: Date | null }>(
    'select uninstalled_at, forget_announced_at from workspace where id = $1 and uninstalled_at is not null',
    [workspaceId],
  );
  return row === undefined
    ? null
    : { uninstalledAt: row.uninstalled_at, announcedAt: row.forget_announced_at };
}

/** The workspace will be forgotten, if the app is not installed again. Cost: one row. */
export async function announceForgetting(db: Queryable, workspaceId: string, now: Date): Promise<void> {
  await db.query(
    'update workspace set forget_announced_at = $2 where id = $1 and uninstalled_at is not null',
    [workspaceId, now],
  );
}

/** Asks all replicas to find out whether their token still works. Cost: one row. */
export async function recordTokenRecheck(db: Queryable, workspaceId: string): Promise<void> {
  await db.query('update workspace set access_doubted_at = clock_timestamp() where id = $1', [workspaceId]);
}

/** When a replica last asked for that; null: never. To be compared for equality only. Cost: one row. */
export async function readTokenRecheck(db: Queryable, workspaceId: string): Promise<string | null> {
  const [row] = await db.query<{ doubted: string | null }>(
    'select access_doubted_at::text as doubted from workspace where id = $1',
    [workspaceId],
  );
  return row?.doubted ?? null;
}

/**
 * The workspace lock: until the transaction ends no other one changes Zoom apps of this workspace. Taken before any other lock: changes lock
 * apps, profiles, jobs and cards in many orders, and would otherwise deadlock. Readers never wait.
 */
export async function lockWorkspace(db: Queryable, workspaceId: string): Promise<void> {
  await db.query('select 1 from workspace where id = $1 for no key update', [workspaceId]);
}

/**
 * One process at a time calibrates the probe; the others wait for its result. Zoom is called inside the transaction, and may take
 * longer than `idle_in_transaction_session_timeout` allows other transactions (postgres/client/database.ts).
 */
export async function lockProbeTrust(db: Queryable, workspaceId: string): Promise<void> {
  await db.query(
    `select set_config('idle_in_transaction_session_timeout', '60s', true),
            pg_advisory_xact_lock(hashtext('greenroom: probe trust'), hashtext($1))`,
    [workspaceId],
  );
}

export async function saveProbeTrust(db: Queryable, workspaceId: string, trust: ProbeTrust): Promise<void> {
  await db.query('update workspace set probe_trust = $2 where id = $1', [workspaceId, trust]);
}
