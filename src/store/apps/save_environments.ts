import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { Stage } from '../../core/checks/stage.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** False when the app has an environment of that kind already. */
export async function insertEnvironment(
  db: Queryable,
  env: {
    workspaceId: string;
    id: string;
    zoomAppId: string;
    kind: EnvironmentKind;
    clientId: string;
    /** Null: the person keeps it. */
    clientSecretSealed: string | null;
    /** When the pair began to stand, where there is no secret. */
    pairChangedAt?: Date | null;
    stage: Stage;
    baselineAt: Date | null;
  },
): Promise<boolean> {
  const rows = await db.query(
    `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, client_secret_sealed, stage, baseline_at,
                              pair_changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (workspace_id, zoom_app_id, kind) do nothing returning 1`,
    [
      env.workspaceId,
      env.id,
      env.zoomAppId,
      env.kind,
      env.clientId,
      env.clientSecretSealed,
      env.stage,
      env.baselineAt,
      env.pairChangedAt ?? null,
    ],
  );
  return rows.length > 0;
}

/** The stage of an environment, and since when it is live. */
export interface StageOf {
  readonly environmentId: string;
  readonly stage: Stage;
  readonly liveAt: Date | null;
}

export async function saveStages(
  db: Queryable,
  workspaceId: string,
  stages: readonly StageOf[],
): Promise<void> {
  if (stages.length === 0) return;
  await db.query(
    `update environment set stage = now.stage, live_at = now.live_at
     from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as now (id, stage, live_at)
     where environment.workspace_id = $1 and environment.id = now.id`,
    [
      workspaceId,
      stages.map((one) => one.environmentId),
      stages.map((one) => one.stage),
      stages.map((one) => one.liveAt),
    ],
  );
}

/** "Not ready yet": when to ask again; null ends it. The count of reminders starts again at 0. */
export async function saveAskAgainAt(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
  when: Date | null,
): Promise<void> {
  await db.query(
    'update environment set ask_again_at = $3, reminders = 0 where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, environmentIds, when],
  );
}

/** Reminders were queued: one more in a row for each. Returns how many that makes. */
export async function countReminders(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ id: string; reminders: number }>(
    `update environment set reminders = reminders + 1
     where workspace_id = $1 and id = any($2::uuid[]) returning id, reminders`,
    [workspaceId, environmentIds],
  );
  return new Map(rows.map(({ id, reminders }) => [id, reminders]));
}

/** Environments with a reminder that is due, the longest due first; at most `limit`. */
export async function readDueAsks(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from environment where workspace_id = $1 and ask_again_at <= $2
     order by ask_again_at limit $3`,
    [workspaceId, now, limit],
  );
  return rows.map((row) => row.id);
}

/** When to ask again; the count of reminders goes on. */
export async function postponeAsks(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
  when: Date,
): Promise<void> {
  await db.query(
    'update environment set ask_again_at = $3 where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, environmentIds, when],
  );
}

/** Profiles first seen after this are new to these environments; null: after the next list of StackOne's. */
export async function saveBaselines(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
  at: Date | null,
): Promise<void> {
  await db.query('update environment set baseline_at = $3 where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    environmentIds,
    at,
  ]);
}

/** Environments waiting for the first list of StackOne's get its time as their baseline, at most `limit` at once. */
export async function takeBaselines(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<{ environmentId: string; appId: string }[]> {
  await db.query('update draft set baseline_at = $2 where workspace_id = $1 and baseline_at is null', [
    workspaceId,
    now,
  ]);
  return db.query(
    `update environment set baseline_at = $2
     where workspace_id = $1 and id = any(array(
       select id from environment
       where workspace_id = $1 and baseline_at is null and stage <> 'archived' limit $3))
     returning id as "environmentId", zoom_app_id as "appId"`,
    [workspaceId, now, limit],
  );
}
