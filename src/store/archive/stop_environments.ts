import type { Queryable } from '../postgres/client/database.ts';

/** Nothing is due for the environments of an app any more: no probe, no account check, no question, no reminder. */
export async function stopEnvironments(db: Queryable, workspaceId: string, appId: string): Promise<void> {
  await db.query(
    `update environment set next_probe_at = null, next_account_check_at = null, ask_again_at = null, reminders = 0,
                            secret_due_at = null
     where workspace_id = $1 and zoom_app_id = $2`,
    [workspaceId, appId],
  );
}

/** What people said ages on, but nobody is asked about it. */
export async function stopAges(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  await db.query(
    `update readiness_check set age_due_at = null
     where workspace_id = $1 and environment_id = any($2::uuid[]) and age_due_at is not null`,
    [workspaceId, environmentIds],
  );
}

/** A session whose link was shown in a modal. */
export interface EndedLink {
  readonly sessionId: string;
  readonly userId: string;
  readonly viewId: string;
}

/**
 * Gives up the connect sessions of these environments and deletes their links; none is polled any more. Returns those that a modal
 * shows. Cost: an index of the environments' sessions, which are deleted after 30 days.
 */
export async function endSessionsOf(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<EndedLink[]> {
  return db.query(
    `with ended as (
       select id, created_by, view_id from connect_session
       where workspace_id = $1 and environment_id = any($2::uuid[])
         and (state in ('requested', 'open') or next_poll_at is not null) for update),
     given_up as (
       update connect_session session set link_sealed = null, view_id = null, next_poll_at = null,
              state = case when session.state in ('requested', 'open') then 'cancelled' else session.state end
       from ended where session.workspace_id = $1 and session.id = ended.id)
     select id as "sessionId", created_by as "userId", view_id as "viewId" from ended where view_id is not null order by id`,
    [workspaceId, environmentIds],
  );
}
