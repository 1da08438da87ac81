import type { Queryable } from '../postgres/client/database.ts';

/** The row must be locked, and archived. Cost: the rows of the app, in a few tables by index. */
export async function deleteZoomApp(db: Queryable, workspaceId: string, id: string): Promise<void> {
  await db.query('select delete_zoom_app($1, $2)', [workspaceId, id]);
}

/** Who deleted an app, and when; `name`: as it was called then. */
export interface Deletion {
  readonly name: string;
  readonly by: string;
  readonly at: Date;
}

/** The apps that were deleted last, the newest first; at most `limit`. Cost: an index of the kinds of events. */
export function lastDeletedApps(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return db.query(
    `select zoom_app_id as id, coalesce(detail ->> 'name', '') as name from event
     where workspace_id = $1 and kind = 'zoom_app_deleted' and zoom_app_id is not null order by seq desc limit $2`,
    [workspaceId, limit],
  );
}

/** Null: it was not deleted, or its history is over. Cost: the last event of the app. */
export async function readDeletion(
  db: Queryable,
  workspaceId: string,
  appId: string,
): Promise<Deletion | null> {
  const [row] = await db.query<Deletion>(
    `select coalesce(detail ->> 'name', '') as name, actor as by, at from (
       select kind, detail, actor, at from event
       where workspace_id = $1 and zoom_app_id = $2 order by seq desc limit 1) as last
     where kind = 'zoom_app_deleted'`,
    [workspaceId, appId],
  );
  return row ?? null;
}
