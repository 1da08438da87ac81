import type { WatchLevel } from '../../core/watches/watch_level.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A channel or person that watches every app of a workspace. */
export interface WorkspaceWatch {
  readonly channelId: string;
  readonly level: WatchLevel;
}

/** At most `most`, the oldest first. The table holds a few rows of a workspace. */
export async function readWorkspaceWatches(
  db: Queryable,
  workspaceId: string,
  most: number,
): Promise<WorkspaceWatch[]> {
  return db.query(
    `select channel_id as "channelId", level from workspace_watch
     where workspace_id = $1 order by created_at, channel_id limit $2`,
    [workspaceId, most],
  );
}
