import type { SetWatch, WatchKey } from '../../core/watches/watch.ts';
import type { WatchLevel } from '../../core/watches/watch_level.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { channelsOfEveryApp, columnsOfKeys } from './set_watches.ts';

/** A watch, as it is from now on; who sets it again answers for it. */
export async function saveSetWatch(
  db: Queryable,
  workspaceId: string,
  {
    channelId,
    appId,
    level,
    setBy,
    setAt,
  }: Pick<SetWatch, 'channelId' | 'appId' | 'level' | 'setBy' | 'setAt'>,
): Promise<void> {
  if (appId === null) {
    await db.query(
      `insert into workspace_watch (workspace_id, channel_id, level, set_by, created_at) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, channel_id) do update set level = $3, set_by = $4, created_at = $5`,
      [workspaceId, channelId, level, setBy, setAt],
    );
    return;
  }
  await db.query(
    `insert into watch (workspace_id, channel_id, zoom_app_id, level, set_by, created_by, created_at)
     values ($1, $2, $3, $4, $5, $5, $6)
     on conflict (workspace_id, zoom_app_id, channel_id) do update set level = $4, set_by = $5, created_by = $5, created_at = $6`,
    [workspaceId, channelId, appId, level, setBy, setAt],
  );
}

export async function saveWatchLevel(
  db: Queryable,
  workspaceId: string,
  keys: readonly WatchKey[],
  level: WatchLevel,
): Promise<void> {
  await db.query(
    `update watch set level = $4 from unnest($2::uuid[], $3::text[]) as given (app_id, in_channel)
     where workspace_id = $1 and zoom_app_id = app_id and channel_id = in_channel`,
    [workspaceId, ...columnsOfKeys(keys), level],
  );
  await db.query(
    'update workspace_watch set level = $3 where workspace_id = $1 and channel_id = any($2::text[])',
    [workspaceId, channelsOfEveryApp(keys), level],
  );
}

export async function deleteSetWatches(
  db: Queryable,
  workspaceId: string,
  keys: readonly WatchKey[],
): Promise<void> {
  await db.query(
    `delete from watch using unnest($2::uuid[], $3::text[]) as given (app_id, in_channel)
     where workspace_id = $1 and zoom_app_id = app_id and channel_id = in_channel and set_by is not null`,
    [workspaceId, ...columnsOfKeys(keys)],
  );
  await db.query('delete from workspace_watch where workspace_id = $1 and channel_id = any($2::text[])', [
    workspaceId,
    channelsOfEveryApp(keys),
  ]);
}

/** These watches of channels are this person's too from now on, as direct messages; what they get already stays as it is. */
export async function copyToPerson(
  db: Queryable,
  { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string },
  keys: readonly WatchKey[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into watch (workspace_id, channel_id, zoom_app_id, level, set_by, created_by, created_at)
     select workspace_id, $4, zoom_app_id, level, $4, $4, $5 from watch
     join unnest($2::uuid[], $3::text[]) as given (app_id, in_channel) on zoom_app_id = app_id and channel_id = in_channel
     where workspace_id = $1 on conflict do nothing`,
    [workspaceId, ...columnsOfKeys(keys), userId, now],
  );
  await db.query(
    `insert into workspace_watch (workspace_id, channel_id, level, set_by, created_at)
     select workspace_id, $3, level, $3, $4 from workspace_watch
     where workspace_id = $1 and channel_id = any($2::text[]) on conflict do nothing`,
    [workspaceId, channelsOfEveryApp(keys), userId, now],
  );
}
