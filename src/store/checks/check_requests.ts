import type { Queryable } from '../postgres/client/database.ts';

interface Asking {
  readonly workspaceId: string;
  readonly appId: string;
  /** Slack user id. */
  readonly userId: string;
}

/**
 * Records that a person asks for a check of an app, unless they did so within `everyMs`: then nothing is written, and the
 * answer is when they did. Null when it is noted. One statement, so that of two presses at once, in whatever process, one is noted.
 */
export async function noteCheckRequest(
  db: Queryable,
  { workspaceId, appId, userId }: Asking,
  now: Date,
  everyMs: number,
): Promise<Date | null> {
  const noted = await db.query(
    // After a clock was set back, a time in the future must not block requests.
    `insert into check_request as before (workspace_id, zoom_app_id, user_id, asked_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, zoom_app_id, user_id) do update set asked_at = excluded.asked_at
       where before.asked_at <= $5 or before.asked_at > $4
     returning 1`,
    [workspaceId, appId, userId, now, new Date(now.getTime() - everyMs)],
  );
  if (noted.length > 0) return null;
  const [row] = await db.query<{ asked_at: Date }>(
    'select asked_at from check_request where workspace_id = $1 and zoom_app_id = $2 and user_id = $3',
    [workspaceId, appId, userId],
  );
  return row?.asked_at ?? now;
}

/** Those from before `until`, at most `limit` of them; returns how many. */
export async function deleteCheckRequests(
  db: Queryable,
  workspaceId: string,
  until: Date,
  limit: number,
): Promise<number> {
  const rows = await db.query(
    `delete from check_request where ctid = any(array(
       select ctid from check_request where workspace_id = $1 and asked_at <= $2
       order by asked_at limit $3 for update skip locked))
     and workspace_id = $1 and asked_at <= $2
     returning 1`,
    [workspaceId, until, limit],
  );
  return rows.length;
}
