import type { Queryable } from '../postgres/client/database.ts';

/** Slack's id of the channel; null: none is chosen. Cost: one row. */
export async function readDefaultChannelId(db: Queryable, workspaceId: string): Promise<string | null> {
  const [row] = await db.query<{ default_channel_id: string | null }>(
    'select default_channel_id from workspace where id = $1',
    [workspaceId],
  );
  return row?.default_channel_id ?? null;
}

export async function saveDefaultChannelId(
  db: Queryable,
  workspaceId: string,
  channelId: string | null,
): Promise<void> {
  await db.query('update workspace set default_channel_id = $2 where id = $1', [workspaceId, channelId]);
}
