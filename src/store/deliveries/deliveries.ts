import { deliverJobKey } from '../jobs.ts';
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

/**
 * Channels in which something waits, by id, those after `after`, at most `most`; `hasJob`: it runs, waits, or failed too often. Cost:
 * one row of two indexes for each channel, however much waits in it.
 */
export async function readWaitingChannels(
  db: Queryable,
  workspaceId: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<{ channelId: string; hasJob: boolean }[]> {
  const next = (beyond: string) =>
    `(select channel_id from delivery
      where workspace_id = $1 and state in ('queued', 'sending') and channel_id > ${beyond} order by channel_id limit 1)`;
  return db.query(
    `with recursive waiting as (
       select ${next('$2')} as channel_id
       union all select ${next('waiting.channel_id')} from waiting where channel_id is not null)
     select channel_id as "channelId", coalesce((
       -- Not "exists", for which Postgres may read all jobs.
       select true from graphile_worker.jobs where key = $4 || channel_id limit 1), false) as "hasJob"
     from waiting where channel_id is not null limit $3`,
    [workspaceId, after, most, deliverJobKey(workspaceId, '')],
  );
}
