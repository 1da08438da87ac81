import type { Queryable } from '../postgres/client/database.ts';

/** A pair of which Greenroom has no secret, or not any more. */
export interface PairWithoutSecret {
  readonly environmentId: string;
  readonly clientId: string;
  /** Of the forgotten secret (`Vault.fingerprintAt`); null: it was never given, or could not be opened any more. */
  readonly fingerprint: string | null;
}

/**
 * These pairs take the place of whatever stood there, and every sealed secret of the environments is deleted. Nothing probes them any
 * more. No environment twice.
 */
export async function savePairsWithoutSecret(
  db: Queryable,
  workspaceId: string,
  pairs: readonly PairWithoutSecret[],
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  await db.query(
    `update environment set client_id = pair.client_id, client_secret_sealed = null, pending_client_id = null,
                            pending_secret_sealed = null, secret_fingerprint = pair.fingerprint, pair_changed_at = $5,
                            next_probe_at = null
     from unnest($2::uuid[], $3::text[], $4::text[]) as pair (id, client_id, fingerprint)
     where environment.workspace_id = $1 and environment.id = pair.id`,
    [
      workspaceId,
      pairs.map((one) => one.environmentId),
      pairs.map((one) => one.clientId),
      pairs.map((one) => one.fingerprint),
      now,
    ],
  );
}

type At = { readonly workspaceId: string; readonly environmentId: string };

/** A pair that is in use at once: no secret of another one is stored that could stay in use meanwhile. */
export async function saveCurrentPair(
  db: Queryable,
  at: At,
  pair: { readonly clientId: string; readonly sealed: string },
): Promise<void> {
  await db.query(
    `update environment set client_id = $3, client_secret_sealed = $4, secret_fingerprint = null, pair_changed_at = null
     where workspace_id = $1 and id = $2`,
    [at.workspaceId, at.environmentId, pair.clientId, pair.sealed],
  );
}

/** The fingerprint of the secret that was forgotten; null: there is none. */
export async function readFingerprint(db: Queryable, at: At): Promise<string | null> {
  const [row] = await db.query<{ fingerprint: string | null }>(
    'select secret_fingerprint as fingerprint from environment where workspace_id = $1 and id = $2',
    [at.workspaceId, at.environmentId],
  );
  return row?.fingerprint ?? null;
}

/** Ids of environments whose secret is stored, in their order, at most `limit`. `after`: the last one seen; null: from the first. */
export async function environmentsWithSecret(
  db: Queryable,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from environment
     where workspace_id = $1 and id > $2 and (client_secret_sealed is not null or pending_secret_sealed is not null)
     order by id limit $3`,
    [workspaceId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows.map(({ id }) => id);
}

/** The environments of an app of whose forgotten secret a fingerprint is kept. Cost: an index of the app's environments. */
export async function environmentsWithFingerprint(
  db: Queryable,
  workspaceId: string,
  appId: string,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from environment
     where workspace_id = $1 and zoom_app_id = $2 and secret_fingerprint is not null order by kind`,
    [workspaceId, appId],
  );
  return rows.map(({ id }) => id);
}
