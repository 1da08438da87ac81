import { z } from 'zod';
import type { ConnectorSnapshot } from '../../core/drift/connector_snapshot.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { jsonDate } from './json_date.ts';

/** Most snapshots of a workspace: the newest, and some to compare it with. */
const KEPT = 10;

const scopes = z.array(z.object({ scope: z.string(), since: z.string().nullable().catch(null) }));
const content = z.object({
  profileVersion: z.string().nullable().catch(null),
  scopes,
  actions: z.array(
    z.object({
      id: z.string(),
      scopes: scopes.nullable().catch(null),
      missingSince: jsonDate.nullable().catch(null),
    }),
  ),
  inclusions: z.array(z.object({ scope: z.string(), includes: z.array(z.string()) })).catch([]),
  breaking: z.object({ from: z.string(), to: z.string(), at: jsonDate }).nullable().catch(null),
});

interface Row {
  taken_at: Date;
  version: string | null;
  content: unknown;
}

/** The newest; null when there was none, or another release wrote what this one cannot read. */
export async function readSnapshot(db: Queryable, workspaceId: string): Promise<ConnectorSnapshot | null> {
  const [newest] = await readSnapshots(db, workspaceId, 1);
  return newest ?? null;
}

/** The newest first. */
export async function readSnapshots(
  db: Queryable,
  workspaceId: string,
  limit: number = KEPT,
): Promise<ConnectorSnapshot[]> {
  const rows = await db.query<Row>(
    `select taken_at, version, content from connector_snapshot
     where workspace_id = $1 order by taken_at desc limit $2`,
    [workspaceId, limit],
  );
  return rows.flatMap(({ taken_at: takenAt, version, content: sent }) => {
    const read = content.safeParse(sent);
    return read.success ? [{ takenAt, version, ...read.data }] : [];
  });
}

/** Beside the earlier ones, of which the oldest are deleted; in place of later ones, which are from a clock that was set back. */
export async function saveSnapshot(
  db: Queryable,
  workspaceId: string,
  { takenAt, version, ...content }: ConnectorSnapshot,
): Promise<void> {
  await db.query(
    `insert into connector_snapshot (workspace_id, taken_at, version, content) values ($1, $2, $3, $4)
     on conflict (workspace_id, taken_at) do update set version = $3, content = $4`,
    [workspaceId, takenAt, version, JSON.stringify(content)],
  );
  await db.query(
    `delete from connector_snapshot where workspace_id = $1 and (taken_at > $3 or taken_at < (
       select min(taken_at) from (
         select taken_at from connector_snapshot where workspace_id = $1 and taken_at <= $3
                             order by taken_at desc limit $2) kept))`,
    [workspaceId, KEPT, takenAt],
  );
}
