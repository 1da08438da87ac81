import type { Queryable } from '../postgres/client/database.ts';

/** Does Slack take this block type in the workspace, and how old is that finding? */
export interface StoredBlockSupport {
  readonly block: string;
  readonly taken: boolean;
  /** Milliseconds, by the database's clock. */
  readonly ageMs: number;
}

/** Cost: as many rows as there are block types that Slack rolls out in phases. */
export async function readBlockSupport(db: Queryable, workspaceId: string): Promise<StoredBlockSupport[]> {
  const rows = await db.query<{ block: string; taken: boolean; age_ms: number }>(
    `select block, taken, (extract(epoch from clock_timestamp() - noted_at) * 1000)::float8 as age_ms
     from block_support where workspace_id = $1 order by block limit 100`,
    [workspaceId],
  );
  return rows.map(({ block, taken, age_ms }) => ({ block, taken, ageMs: Math.max(0, age_ms) }));
}

export async function saveBlockSupport(
  db: Queryable,
  workspaceId: string,
  { block, taken }: Pick<StoredBlockSupport, 'block' | 'taken'>,
): Promise<void> {
  await db.query(
    `insert into block_support (workspace_id, block, taken, noted_at) values ($1, $2, $3, clock_timestamp())
     on conflict (workspace_id, block) do update set taken = excluded.taken, noted_at = excluded.noted_at`,
    [workspaceId, block, taken],
  );
}
