import { nextAgeStep } from '../../core/checks/ageing.ts';
import type { Check, CheckName, CheckStatus, Evidence, LastKnown } from '../../core/checks/check.ts';
import type { CheckDetail } from '../../core/checks/check_detail.ts';
import type { Reason } from '../../core/checks/reasons.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { toDate } from '../row_as_json.ts';

/** A row as JSON, without the names of its columns: jsonb_agg(to_jsonb(row)) took Postgres three times as long. Times are text. */
export type CheckJson = [
  name: CheckName,
  status: CheckStatus,
  evidence: Evidence | null,
  reason: Reason | null,
  detail: CheckDetail,
  lastKnown: LastKnown,
  knownAt: string | null,
  lookedAt: string | null,
  attestedBy: string | null,
  expiresAt: string | null,
];

export const checkAsJson =
  'json_build_array(name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by, expires_at)';

export function toCheck(json: CheckJson): Check {
  const [name, status, evidence, reason, detail, lastKnown, knownAt, lookedAt, attestedBy, expiresAt] = json;
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
    // An older replica that has verified the check meanwhile left the end of what a person said before; it writes no proof.
    expiresAt: evidence === 'attested' || detail.provenBy !== undefined ? toDate(expiresAt) : null,
  };
}

/** When the age of an attestation is looked at first. One that is kept goes on from where it was. */
function firstAgeStep({ status, expiresAt, knownAt }: Check): Date | null {
  return status !== 'passed' || knownAt === null ? null : nextAgeStep(expiresAt, knownAt);
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
       (workspace_id, environment_id, name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by,
        expires_at, age_due_at)
     select $1, environment_id, name, status, evidence, reason, detail::jsonb, last_known, known_at, looked_at, attested_by,
            expires_at, age_due_at
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::timestamptz[], $10::timestamptz[], $11::text[], $12::timestamptz[], $13::timestamptz[])
       as looked (environment_id, name, status, evidence, reason, detail, last_known, known_at, looked_at, attested_by,
                  expires_at, age_due_at)
     on conflict (workspace_id, environment_id, name) do update set
       status = excluded.status, evidence = excluded.evidence, reason = excluded.reason, detail = excluded.detail,
       last_known = excluded.last_known, known_at = excluded.known_at, looked_at = excluded.looked_at,
       attested_by = excluded.attested_by, expires_at = excluded.expires_at,
       age_due_at = case when excluded.reason = 'attestation_expired' then null
                         when excluded.expires_at is not distinct from readiness_check.expires_at
                           and excluded.known_at is not distinct from readiness_check.known_at
                         then readiness_check.age_due_at else excluded.age_due_at end`,
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
      checks.map((one) => one.check.expiresAt),
      checks.map((one) => firstAgeStep(one.check)),
    ],
  );
}
