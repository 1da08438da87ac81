import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { ConnectSession, ConnectSessionState } from '../../core/proof/connect_session.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { type SessionRow, sessionColumns, toSession } from './connect_sessions.ts';

/**
 * Sessions that are due to be polled, claimed in a batch: put off until `leased`, so that each is polled once, and again if the
 * process dies. Cost: as many rows as are due, by index.
 */
export async function claimDueSessions(
  db: Queryable,
  workspaceId: string,
  now: Date,
  leased: Date,
  limit: number,
): Promise<ConnectSession[]> {
  const rows = await db.query<SessionRow>(
    `update connect_session set next_poll_at = $3
     where workspace_id = $1 and id = any(array(
       select id from connect_session where workspace_id = $1 and next_poll_at <= $2
       order by next_poll_at limit $4 for update skip locked))
     returning ${sessionColumns}`,
    [workspaceId, now, leased, limit],
  );
  return rows.map(toSession);
}

/** When the next session is due, and how many are polled (counted up to 1,000); null: none. */
export async function nextSessionPoll(
  db: Queryable,
  workspaceId: string,
): Promise<{ readonly at: Date; readonly count: number } | null> {
  const [row] = await db.query<{ at: Date | null; count: number }>(
    `select min(next_poll_at) as at, count(*)::int as count from (
       select next_poll_at from connect_session where workspace_id = $1 and next_poll_at is not null
       order by next_poll_at limit 1000) as due`,
    [workspaceId],
  );
  return row === undefined || row.at === null ? null : { at: row.at, count: row.count };
}

/** Sessions by id, locked until the end of the transaction. */
export async function lockSessions(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ConnectSession>> {
  const rows = await db.query<SessionRow>(
    `select ${sessionColumns} from connect_session where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, toSession(row)]));
}

/** A session after a poll, or after a person has given it up. */
export interface SessionUpdate {
  readonly id: string;
  readonly state: ConnectSessionState;
  readonly nextPollAt: Date | null;
  readonly trouble: UnknownReason | null;
  readonly accountId: string | null;
}

/** Saves them in one statement. A link is kept only while its session is open. */
export async function saveSessions(
  db: Queryable,
  workspaceId: string,
  updates: readonly SessionUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  await db.query(
    `update connect_session set state = polled.state, next_poll_at = polled.next_poll_at, trouble = polled.trouble,
                                account_id = polled.account_id,
                                link_sealed = case when polled.state = 'open' then link_sealed end,
                                view_id = case when polled.state = 'open' then view_id end
     from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
       as polled (id, state, next_poll_at, trouble, account_id)
     where connect_session.workspace_id = $1 and connect_session.id = polled.id`,
    [
      workspaceId,
      updates.map((one) => one.id),
      updates.map((one) => one.state),
      updates.map((one) => one.nextPollAt),
      updates.map((one) => one.trouble),
      updates.map((one) => one.accountId),
    ],
  );
}

/** Deletes sessions that were made before `until`, at most `limit`; returns how many. */
export async function deleteOldSessions(
  db: Queryable,
  workspaceId: string,
  until: Date,
  limit: number,
): Promise<number> {
  const rows = await db.query(
    `delete from connect_session where workspace_id = $1 and created_at <= $2 and id = any(array(
       select id from connect_session where workspace_id = $1 and created_at <= $2
       order by created_at limit $3 for update skip locked))
     returning 1`,
    [workspaceId, until, limit],
  );
  return rows.length;
}
