import { type UnknownReason, unknownReasons } from '../../core/checks/reasons.ts';
import type { Stage } from '../../core/checks/stage.ts';
import type { Queryable } from '../postgres/client/database.ts';

interface SealedPair {
  readonly clientId: string;
  readonly sealed: string;
}

/** The sealed pairs of an environment. `pending` waits for Zoom's answer; `current` stays in use until then. */
export interface SealedCredentials {
  readonly environmentId: string;
  readonly current: SealedPair | null;
  readonly pending: SealedPair | null;
}

interface Row {
  id: string;
  client_id: string;
  client_secret_sealed: string | null;
  pending_client_id: string | null;
  pending_secret_sealed: string | null;
}

const columns = 'id, client_id, client_secret_sealed, pending_client_id, pending_secret_sealed';

function toCredentials(row: Row): SealedCredentials {
  return {
    environmentId: row.id,
    current: pairOf(row.client_id, row.client_secret_sealed),
    pending: pairOf(row.pending_client_id, row.pending_secret_sealed),
  };
}

export async function readCredentials(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<SealedCredentials[]> {
  const rows = await db.query<Row>(
    `select ${columns} from environment where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, environmentIds],
  );
  return rows.map(toCredentials);
}

function pairOf(clientId: string | null, sealed: string | null): SealedPair | null {
  return clientId === null || sealed === null ? null : { clientId, sealed };
}

type At = { readonly workspaceId: string; readonly environmentId: string };

export async function savePendingCredentials(
  db: Queryable,
  at: At,
  pair: { clientId: string; sealed: string },
): Promise<void> {
  await db.query(
    'update environment set pending_client_id = $3, pending_secret_sealed = $4 where workspace_id = $1 and id = $2',
    [at.workspaceId, at.environmentId, pair.clientId, pair.sealed],
  );
}

/** The pending pairs replace the current ones; the old secrets are deleted. */
export async function promotePendingCredentials(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  if (environmentIds.length === 0) return;
  await db.query(
    `update environment set client_id = pending_client_id, client_secret_sealed = pending_secret_sealed,
                            pending_client_id = null, pending_secret_sealed = null,
                            secret_fingerprint = null, pair_changed_at = null
     where workspace_id = $1 and id = any($2::uuid[]) and pending_client_id is not null`,
    [workspaceId, environmentIds],
  );
}

/** The pending pairs are deleted; where no secret of the current one is stored, nothing is left to probe. */
export async function dropPendingCredentials(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  if (environmentIds.length === 0) return;
  await db.query(
    `update environment set pending_client_id = null, pending_secret_sealed = null,
                            next_probe_at = case when client_secret_sealed is null then null else next_probe_at end
     where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, environmentIds],
  );
}

/** A probe of an environment's credentials, when the next one is due, and the environment's new stage, if it changed. */
export interface Probe {
  readonly environmentId: string;
  readonly probedAt: Date;
  readonly nextProbeAt: Date;
  readonly moved: { readonly stage: Stage; readonly liveAt: Date | null } | null;
}

/** Writes the stages in the same statement: updating a row twice would double the cost, its indexes included. */
export async function saveProbes(
  db: Queryable,
  workspaceId: string,
  probes: readonly Probe[],
): Promise<void> {
  if (probes.length === 0) return;
  await db.query(
    `update environment set probed_at = probe.probed_at, next_probe_at = probe.next_probe_at,
                            stage = coalesce(probe.stage, environment.stage),
                            live_at = case when probe.stage is null then environment.live_at else probe.live_at end
     from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::timestamptz[])
       as probe (id, probed_at, next_probe_at, stage, live_at)
     where environment.workspace_id = $1 and environment.id = probe.id`,
    [
      workspaceId,
      probes.map((one) => one.environmentId),
      probes.map((one) => one.probedAt),
      probes.map((one) => one.nextProbeAt),
      probes.map((one) => one.moved?.stage ?? null),
      probes.map((one) => one.moved?.liveAt ?? null),
    ],
  );
}

/**
 * The pairs of environments whose credentials are due; claimed in a batch, and put off, so that each is claimed once; a process that
 * crashes with them only delays them. One without a secret is not due again. As an array, so that the rows are found by their key
 * whatever the planner thinks of the batch.
 */
export async function takeDueProbes(
  db: Queryable,
  workspaceId: string,
  now: Date,
  putOffUntil: Date,
  limit: number,
): Promise<SealedCredentials[]> {
  const rows = await db.query<Row>(
    `update environment set next_probe_at = case
       when coalesce(pending_secret_sealed, client_secret_sealed) is not null then $3::timestamptz end
     where workspace_id = $1 and id = any(array(
       select id from environment where workspace_id = $1 and next_probe_at <= $2
       order by next_probe_at limit $4 for update skip locked))
     returning ${columns}`,
    [workspaceId, now, putOffUntil, limit],
  );
  return rows.map(toCredentials);
}

/** Greenroom's own, for which Zoom was never asked, is none of these. */
const unknownReasonsOfZoom = unknownReasons.filter((one) => one !== 'secret_unreadable');

/** The last reason why Zoom gave no answer, if the check of some environment is still unknown for it. */
export async function readProbeTrouble(db: Queryable, workspaceId: string): Promise<UnknownReason | null> {
  const [row] = await db.query<{ reason: UnknownReason }>(
    `select reason from readiness_check
     where workspace_id = $1 and name = 'credentials' and status = 'unknown' and reason = any($2::text[])
     order by looked_at desc limit 1`,
    [workspaceId, unknownReasonsOfZoom],
  );
  return row?.reason ?? null;
}
