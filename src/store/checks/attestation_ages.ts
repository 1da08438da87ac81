import { defaultLifeDays } from '../../core/checks/ageing.ts';
import type { CheckName, EnvironmentKind } from '../../core/checks/check.ts';
import type { CheckDetail } from '../../core/checks/check_detail.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** One check of an environment. */
export interface CheckAt {
  readonly environmentId: string;
  readonly name: CheckName;
}

export interface EndlessAttestation extends CheckAt {
  readonly kind: EnvironmentKind;
  readonly appId: string;
  readonly knownAt: Date | null;
  readonly detail: CheckDetail;
}

/** Attestations without an end, as an earlier release wrote them; at most `limit`. */
export function readEndlessAttestations(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<EndlessAttestation[]> {
  return db.query(
    `select endless.environment_id as "environmentId", endless.name, endless.known_at as "knownAt", endless.detail, env.kind,
            env.zoom_app_id as "appId"
     from (select workspace_id, environment_id, name, known_at, detail from readiness_check
           where workspace_id = $1 and evidence = 'attested' and status = 'passed' and expires_at is null
             and name in ('credentials', 'redirect', 'test_status')
           order by environment_id limit $2 for update) endless
     join environment env on env.workspace_id = endless.workspace_id and env.id = endless.environment_id`,
    [workspaceId, limit],
  );
}

/** Attestations whose age is due, the longest due first; at most `limit`. The caller holds the workspace's lock. */
export function readDueAges(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<CheckAt[]> {
  return db.query(
    `select environment_id as "environmentId", name from readiness_check
     where workspace_id = $1 and age_due_at <= $2 order by age_due_at limit $3`,
    [workspaceId, now, limit],
  );
}

export interface AgeOf extends CheckAt {
  /** Null: stays as it is. */
  readonly expiresAt: Date | null;
  /** When it is looked at next; null: not again. */
  readonly dueAt: Date | null;
}

export async function saveAges(db: Queryable, workspaceId: string, ages: readonly AgeOf[]): Promise<void> {
  if (ages.length === 0) return;
  await db.query(
    `update readiness_check set expires_at = coalesce(aged.expires_at, readiness_check.expires_at), age_due_at = aged.due_at
     from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
       as aged (environment_id, name, expires_at, due_at)
     where readiness_check.workspace_id = $1 and readiness_check.environment_id = aged.environment_id
       and readiness_check.name = aged.name`,
    [
      workspaceId,
      ages.map((one) => one.environmentId),
      ages.map((one) => one.name),
      ages.map((one) => one.expiresAt),
      ages.map((one) => one.dueAt),
    ],
  );
}

/** For how many days an attestation holds in this workspace. Cost: one row. */
export async function readAttestationDays(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ days: number }>(
    'select attestation_days as days from workspace where id = $1',
    [workspaceId],
  );
  return row?.days ?? defaultLifeDays;
}

export async function saveAttestationDays(db: Queryable, workspaceId: string, days: number): Promise<void> {
  await db.query('update workspace set attestation_days = $2 where id = $1', [workspaceId, days]);
}
