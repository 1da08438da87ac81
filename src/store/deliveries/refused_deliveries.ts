import type { Queryable } from '../postgres/client/database.ts';
import type { Attempt } from './delivery_transitions.ts';

/** Messages left out because Slack refuses them themselves. By an index that holds nothing else. */
export async function countRefusedDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from delivery where workspace_id = $1 and refused_at is not null',
    [workspaceId],
  );
  return row?.count ?? 0;
}

/** Conversations whose messages Slack refuses and that do not count as paused, at most so many; `count`: how many there are. */
export async function readRefusedChannels(
  db: Queryable,
  workspaceId: string,
  most: number,
): Promise<{ channelId: string; reason: string; count: number }[]> {
  return db.query(
    `select channel_id as "channelId", max(trouble) as reason, (count(*) over ())::int as count
     from delivery
     where workspace_id = $1 and trouble is not null and state in ('queued', 'sending')
       and not exists (select from watch where watch.workspace_id = delivery.workspace_id
         and watch.channel_id = delivery.channel_id and paused_at is not null)
     group by channel_id order by channel_id limit $2`,
    [workspaceId, most],
  );
}

/**
 * Lets what waits behind it go first, to find out whether Slack refuses this message or the whole channel. False when nothing
 * else waits.
 */
export async function setAside(db: Queryable, attempt: Attempt): Promise<boolean> {
  const rows = await db.query(
    `update delivery set behind = true
     where workspace_id = $1 and id = $2 and attempt = $3 and state = 'queued'
       and exists (select from delivery other
         where other.workspace_id = delivery.workspace_id and other.channel_id = delivery.channel_id
           and other.state = 'queued' and not other.behind and other.id <> delivery.id)
     returning 1`,
    [attempt.workspaceId, attempt.id, attempt.attempt],
  );
  return rows.length > 0;
}

/** It was the channel: messages that were set aside take their places again. */
export async function bringBack(db: Queryable, workspaceId: string, channelId: string): Promise<void> {
  await db.query(
    `update delivery set behind = false
     where workspace_id = $1 and channel_id = $2 and state = 'queued' and behind and kind = 'message'`,
    [workspaceId, channelId],
  );
}
