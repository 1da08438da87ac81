import type { Queryable } from '../postgres/client/database.ts';

export interface DigestOf {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Does this channel get a digest? Cost: one row. */
export async function hasDigest(db: Queryable, { workspaceId, channelId }: DigestOf): Promise<boolean> {
  const rows = await db.query('select 1 from digest where workspace_id = $1 and channel_id = $2', [
    workspaceId,
    channelId,
  ]);
  return rows.length > 0;
}

/** How many channels of a workspace get one, counted up to `most`. */
export async function countDigests(db: Queryable, workspaceId: string, most: number): Promise<number> {
  const rows = await db.query('select 1 from digest where workspace_id = $1 limit $2', [workspaceId, most]);
  return rows.length;
}

/** Channels that get one, by their ids; at most `limit`. */
export async function digestChannels(db: Queryable, workspaceId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ channel_id: string }>(
    'select channel_id from digest where workspace_id = $1 order by channel_id limit $2',
    [workspaceId, limit],
  );
  return rows.map((row) => row.channel_id);
}

export async function insertDigest(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
  { by, now, nextAt }: { readonly by: string; readonly now: Date; readonly nextAt: Date },
): Promise<void> {
  await db.query(
    `insert into digest (workspace_id, channel_id, created_by, created_at, next_at, reported_until)
     values ($1, $2, $3, $4, $5, $4) on conflict do nothing`,
    [workspaceId, channelId, by, now, nextAt],
  );
}

export async function deleteDigest(db: Queryable, { workspaceId, channelId }: DigestOf): Promise<void> {
  await db.query('delete from digest where workspace_id = $1 and channel_id = $2', [workspaceId, channelId]);
}

/** Channels whose digest is due, the longest due first; at most `limit`. */
export async function dueDigests(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ channel_id: string }>(
    'select channel_id from digest where workspace_id = $1 and next_at <= $2 order by next_at limit $3',
    [workspaceId, now, limit],
  );
  return rows.map((row) => row.channel_id);
}

/** Takes a digest that is due: the next one is at `nextAt`. Returns up to when was reported; null: another process has taken it. */
export async function takeDigest(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
  now: Date,
  nextAt: Date,
): Promise<Date | null> {
  const [row] = await db.query<{ reported_until: Date }>(
    `update digest set next_at = $4 where workspace_id = $1 and channel_id = $2 and next_at <= $3
     returning reported_until`,
    [workspaceId, channelId, now, nextAt],
  );
  return row?.reported_until ?? null;
}

export async function saveReported(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
  until: Date,
): Promise<void> {
  await db.query('update digest set reported_until = $3 where workspace_id = $1 and channel_id = $2', [
    workspaceId,
    channelId,
    until,
  ]);
}
