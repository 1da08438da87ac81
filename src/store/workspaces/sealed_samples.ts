import type { Queryable } from '../postgres/client/database.ts';

/** One stored secret of those that one key sealed, with its sealing context. */
export interface SealedSample {
  readonly keyId: string;
  /** How many secrets this key sealed, in all workspaces. */
  readonly count: number;
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly sealed: string;
}

/**
 * A sample for each key that sealed client secrets, in all workspaces: for operators, who ask whether their keys open what is
 * stored. Reads `environment` whole: some milliseconds for ten thousand apps. At most 100 keys.
 */
export async function readSealedSamples(db: Queryable): Promise<readonly SealedSample[]> {
  const rows = await db.query<{
    key_id: string;
    count: number;
    workspace_id: string;
    id: string;
    sealed: string;
  }>(
    `select distinct on (key_id) key_id, workspace_id, id, sealed, (count(*) over (partition by key_id))::int as count
     from (
       select workspace_id, id, sealed, split_part(sealed, '.', 2) as key_id
       from environment cross join lateral (values (client_secret_sealed), (pending_secret_sealed)) as secret (sealed)
       where sealed is not null
     ) as stored
     order by key_id, id limit 100`,
  );
  return rows.map((row) => ({
    keyId: row.key_id,
    count: row.count,
    workspaceId: row.workspace_id,
    environmentId: row.id,
    sealed: row.sealed,
  }));
}
