import type { Queryable } from '../postgres/client/database.ts';
import { channelIsPaused } from '../watches/pause_conditions.ts';

/** Deliveries dropped because Slack refuses the message itself. Reads an index that holds nothing else. */
export async function countRefusedDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from delivery where workspace_id = $1 and refused_at is not null',
    [workspaceId],
  );
  return row?.count ?? 0;
}

/** Channels whose deliveries Slack refuses and whose watches are not paused, at most `most`; `count`: how many there are. */
export async function readRefusedChannels(
  db: Queryable,
  workspaceId: string,
  most: number,
): Promise<{ channelId: string; reason: string; count: number }[]> {
  return db.query(
    `select channel_id as "channelId", max(trouble) as reason, (count(*) over ())::int as count
     from delivery
     where workspace_id = $1 and trouble is not null and state in ('queued', 'sending')
       and not ${channelIsPaused('delivery')}
     group by channel_id order by channel_id limit $2`,
    [workspaceId, most],
  );
}

/** Deliveries that Slack may show twice, because they were resent blindly. Reads an index that holds nothing else. */
export async function countRepeatedDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from delivery where workspace_id = $1 and repeated_at is not null',
    [workspaceId],
  );
  return row?.count ?? 0;
}

/** Deletes the oldest, at most `most`, that were queued before this moment and are sent or dropped; returns how many. */
export async function deleteEndedDeliveries(
  db: Queryable,
  workspaceId: string,
  before: Date,
  most: number,
): Promise<number> {
  const rows = await db.query(
    `delete from delivery where workspace_id = $1 and id = any(array(
       select id from delivery
       where workspace_id = $1 and created_at < $2 and state in ('sent', 'dropped') order by created_at limit $3))
     returning 1`,
    [workspaceId, before, most],
  );
  return rows.length;
}

/** Queued, or being sent. */
export async function countWaitingDeliveries(db: Queryable, workspaceId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from delivery where workspace_id = $1 and state in ('queued', 'sending')`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
