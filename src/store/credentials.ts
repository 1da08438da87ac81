import type { Trouble } from '../core/readiness/checks.ts';
import type { Queryable } from './postgres/database.ts';

/** The sealed pairs of an environment. `pending` waits for Zoom's answer; `current` stays in use until then. */
export interface SealedCredentials {
  readonly current: { readonly clientId: string; readonly sealed: string } | null;
  readonly pending: { readonly clientId: string; readonly sealed: string } | null;
}

interface Row {
  client_id: string;
  client_secret_sealed: string | null;
  pending_client_id: string | null;
  pending_secret_sealed: string | null;
}

export async function readCredentials(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<SealedCredentials | null> {
  const [row] = await db.query<Row>(
    `select client_id, client_secret_sealed, pending_client_id, pending_secret_sealed
     from environment where workspace_id = $1 and id = $2`,
    [workspaceId, environmentId],
  );
  if (row === undefined) return null;
  return {
    current:
      row.client_secret_sealed === null
        ? null
        : { clientId: row.client_id, sealed: row.client_secret_sealed },
    pending:
      row.pending_client_id === null || row.pending_secret_sealed === null
        ? null
        : { clientId: row.pending_client_id, sealed: row.pending_secret_sealed },
  };
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

/** The new pair takes over; the old secret is gone. */
export async function promotePendingCredentials(db: Queryable, at: At): Promise<void> {
  await db.query(
    `update environment set client_id = pending_client_id, client_secret_sealed = pending_secret_sealed,
                            pending_client_id = null, pending_secret_sealed = null
     where workspace_id = $1 and id = $2 and pending_client_id is not null`,
    [at.workspaceId, at.environmentId],
  );
}

export async function dropPendingCredentials(db: Queryable, at: At): Promise<void> {
  await db.query(
    `update environment set pending_client_id = null, pending_secret_sealed = null
     where workspace_id = $1 and id = $2`,
    [at.workspaceId, at.environmentId],
  );
}

/** Notes a probe, and when the next one is due. */
export async function saveProbe(
  db: Queryable,
  at: At,
  probedAt: Date,
  nextProbeAt: Date | null,
): Promise<void> {
  await db.query(
    'update environment set probed_at = $3, next_probe_at = $4 where workspace_id = $1 and id = $2',
    [at.workspaceId, at.environmentId, probedAt, nextProbeAt],
  );
}

/**
 * Environments whose credentials are due; taken in a batch, and put off so that nobody takes them twice.
 * As an array, so that the rows are found by their key whatever the planner thinks of the batch.
 */
export async function takeDueProbes(
  db: Queryable,
  workspaceId: string,
  now: Date,
  putOffUntil: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `update environment set next_probe_at = $3
     where workspace_id = $1 and id = any(array(
       select id from environment where workspace_id = $1 and next_probe_at <= $2
       order by next_probe_at limit $4 for update skip locked))
     returning id`,
    [workspaceId, now, putOffUntil, limit],
  );
  return rows.map((row) => row.id);
}

/** Why Zoom could not be asked the last time it could not, if that still stands for some environment. */
export async function readProbeTrouble(db: Queryable, workspaceId: string): Promise<Trouble | null> {
  const [row] = await db.query<{ reason: Trouble }>(
    `select reason from readiness_check
     where workspace_id = $1 and name = 'credentials' and status = 'unknown' order by looked_at desc limit 1`,
    [workspaceId],
  );
  return row?.reason ?? null;
}
