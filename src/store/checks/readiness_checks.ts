import type {
  Answer,
  Check,
  CheckDetail,
  CheckName,
  CheckStatus,
  Evidence,
  Reason,
} from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { toDate } from '../row_as_json.ts';

/** A row as JSON, without the names of its columns: jsonb_agg(to_jsonb(row)) took Postgres three times as long. Times are text. */
export type CheckJson = [
  name: CheckName,
  status: CheckStatus,
  evidence: Evidence | null,
  reason: Reason | null,
  detail: CheckDetail,
  lastKnown: Answer,
  knownAt: string | null,
  lookedAt: string | null,
  attestedBy: string | null,
];

export const checkAsJson =
  'json_build_array(name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by)';

export function toCheck(json: CheckJson): Check {
  const [name, status, evidence, reason, detail, lastKnown, knownAt, lookedAt, attestedBy] = json;
  return {
    name,
    status,
    evidence,
    reason,
    detail,
    lastKnown,
    knownAt: toDate(knownAt),
    lookedAt: toDate(lookedAt),
    attestedBy,
  };
}

export interface CheckOf {
  readonly environmentId: string;
  readonly check: Check;
}

/** Checks of one workspace, in one statement; no check twice. */
export async function saveChecks(
  db: Queryable,
  workspaceId: string,
  checks: readonly CheckOf[],
): Promise<void> {
  if (checks.length === 0) return;
  await db.query(
    `insert into readiness_check
       (workspace_id, environment_id, name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by)
     select $1, environment_id, name, status, evidence, reason, detail::jsonb, last_known, known_at, looked_at, attested_by
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::timestamptz[], $10::timestamptz[], $11::text[])
       as looked (environment_id, name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by)
     on conflict (workspace_id, environment_id, name) do update set
       status = excluded.status, evidence = excluded.evidence, reason = excluded.reason, detail = excluded.detail,
       last_known = excluded.last_known, known_at = excluded.known_at, looked_at = excluded.looked_at,
       attested_by = excluded.attested_by`,
    [
      workspaceId,
      checks.map((one) => one.environmentId),
      checks.map((one) => one.check.name),
      checks.map((one) => one.check.status),
      checks.map((one) => one.check.evidence),
      checks.map((one) => one.check.reason),
      checks.map((one) => JSON.stringify(one.check.detail)),
      checks.map((one) => one.check.lastKnown),
      checks.map((one) => one.check.knownAt),
      checks.map((one) => one.check.lookedAt),
      checks.map((one) => one.check.attestedBy),
    ],
  );
}
