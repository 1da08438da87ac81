import type { AccountEvent } from '../../core/accounts/account_event.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * Notes events that were not noted before, and returns how many there were. An event without a time is new each time. Always in
 * the same order: two replicas that got the same events would deadlock. Cost: one row each.
 */
export async function noteNewAccountEvents(
  db: Queryable,
  workspaceId: string,
  events: readonly AccountEvent[],
  now: Date,
): Promise<number> {
  const dated = events.filter(({ at }) => at !== null);
  const undated = events.length - dated.length;
  if (dated.length === 0) return undated;
  const rows = await db.query<{ account_id: string }>(
    `insert into account_event (workspace_id, name, account_id, at, noted_at)
     select $1, event.name, event.account_id, event.at, $5
     from unnest($2::text[], $3::text[], $4::timestamptz[]) as event (name, account_id, at)
     order by event.account_id, event.name, event.at
     on conflict do nothing returning account_id`,
    [
      workspaceId,
      dated.map(({ name }) => name),
      dated.map(({ accountId }) => accountId),
      dated.map(({ at }) => at),
      now,
    ],
  );
  return rows.length + undated;
}

/** Deletes the oldest events that were noted before `before`, at most `limit`; returns how many. */
export async function deleteOldAccountEvents(
  db: Queryable,
  workspaceId: string,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await db.query(
    `with old as (
       select ctid from account_event where workspace_id = $1 and noted_at < $2 order by noted_at limit $3)
     delete from account_event where workspace_id = $1 and ctid = any(array(select ctid from old))
     returning account_id`,
    [workspaceId, before, limit],
  );
  return rows.length;
}
