import type { WatchLevel } from '../../core/watches/watch_level.ts';
import type { Queryable } from '../postgres/client/database.ts';

export interface Watch {
  /** A Slack channel, or the id of a person for direct messages. */
  readonly channelId: string;
  readonly appId: string;
  readonly level: WatchLevel;
  /** It is the app's own channel. */
  readonly isOwn: boolean;
  readonly paused: { readonly reason: string; readonly at: Date } | null;
}

export interface WatchColumns {
  paused_at: Date | null;
  paused_reason: string | null;
}

interface Row extends WatchColumns {
  channel_id: string;
  zoom_app_id: string;
  level: WatchLevel;
  is_own: boolean;
}

function toWatch(row: Row): Watch {
  return {
    channelId: row.channel_id,
    appId: row.zoom_app_id,
    level: row.level,
    isOwn: row.is_own,
    paused: pausedOf(row),
  };
}

export function pausedOf({ paused_at, paused_reason }: WatchColumns): Watch['paused'] {
  return paused_at === null ? null : { reason: paused_reason ?? '', at: paused_at };
}

/** The own channel of a Zoom app watches it from now on; a watch that somebody has set there stays, for when the app moves away. */
export async function insertOwnWatch(
  db: Queryable,
  watch: { workspaceId: string; channelId: string; appId: string },
  actor: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into watch (workspace_id, channel_id, zoom_app_id, created_by, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [watch.workspaceId, watch.channelId, watch.appId, actor, now],
  );
}

/** The channel is not the app's own any more; a watch that somebody has set there stays. */
export async function deleteOwnWatch(
  db: Queryable,
  watch: { workspaceId: string; channelId: string; appId: string },
): Promise<void> {
  await db.query(
    'delete from watch where workspace_id = $1 and channel_id = $2 and zoom_app_id = $3 and set_by is null',
    [watch.workspaceId, watch.channelId, watch.appId],
  );
}

/** The channels and persons that watch these apps; those that watch every app are in workspace_watch. */
export async function readWatches(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<Watch[]> {
  const rows = await db.query<Row>(
    `select watch.channel_id, zoom_app_id, case when watch.channel_id = app.channel_id then 'all' else level end as level,
       paused_at, paused_reason, watch.channel_id = app.channel_id as is_own
     from watch join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
     where watch.workspace_id = $1 and zoom_app_id = any($2::uuid[]) order by zoom_app_id, watch.channel_id`,
    [workspaceId, appIds],
  );
  return rows.map(toWatch);
}

/** Every channel or person with a watch of one of these levels that can be posted to. An archived app is no reason to post. */
export async function watchingChannels(
  db: Queryable,
  workspaceId: string,
  levels: readonly WatchLevel[],
): Promise<string[]> {
  const rows = await db.query<{ channel_id: string }>(
    `select watch.channel_id from watch
     join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id and app.archived_at is null
     where watch.workspace_id = $1 and paused_at is null and (level = any($2::text[]) or watch.channel_id = app.channel_id)
     union
     select channel_id from workspace_watch where workspace_id = $1 and paused_at is null and level = any($2::text[])
     order by channel_id`,
    [workspaceId, levels],
  );
  return rows.map((row) => row.channel_id);
}

/** Every card that is posted, or is going to be, in a channel that can be posted to. */
export async function watchedCards(
  db: Queryable,
  workspaceId: string,
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `select watch.channel_id as "channelId", watch.zoom_app_id as "appId" from watch
     join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
     where watch.workspace_id = $1 and watch.paused_at is null and app.archived_at is null
       and (watch.channel_id = app.channel_id or watch.channel_id !~ '^[UWD]')
     union
     select card.channel_id, app.id from workspace_watch watch
     join card on card.workspace_id = watch.workspace_id and card.channel_id = watch.channel_id and card.subject = 'zoom_app'
     join zoom_app app on app.workspace_id = card.workspace_id and app.id = card.subject_id
     where watch.workspace_id = $1 and watch.paused_at is null and app.archived_at is null
     order by 1, 2`,
    [workspaceId],
  );
}
