import type { Queryable } from '../postgres/client/database.ts';

export interface Watch {
  readonly channelId: string;
  readonly appId: string;
  readonly paused: { readonly reason: string; readonly at: Date } | null;
}

export interface WatchColumns {
  paused_at: Date | null;
  paused_reason: string | null;
}

interface Row extends WatchColumns {
  channel_id: string;
  zoom_app_id: string;
}

function toWatch(row: Row): Watch {
  return {
    channelId: row.channel_id,
    appId: row.zoom_app_id,
    paused: pausedOf(row),
  };
}

export function pausedOf({ paused_at, paused_reason }: WatchColumns): Watch['paused'] {
  return paused_at === null ? null : { reason: paused_reason ?? '', at: paused_at };
}

/** A channel watches a Zoom app from now on; nothing changes if it does already. */
export async function insertWatch(
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

export async function deleteWatch(
  db: Queryable,
  watch: { workspaceId: string; channelId: string; appId: string },
): Promise<void> {
  await db.query('delete from watch where workspace_id = $1 and channel_id = $2 and zoom_app_id = $3', [
    watch.workspaceId,
    watch.channelId,
    watch.appId,
  ]);
}

export async function readWatches(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<Watch[]> {
  const rows = await db.query<Row>(
    `select channel_id, zoom_app_id, paused_at, paused_reason from watch
     where workspace_id = $1 and zoom_app_id = any($2::uuid[]) order by zoom_app_id, channel_id`,
    [workspaceId, appIds],
  );
  return rows.map(toWatch);
}

/** Every channel that watches an app and can be posted to. */
export async function watchingChannels(db: Queryable, workspaceId: string): Promise<string[]> {
  const rows = await db.query<{ channel_id: string }>(
    `select distinct channel_id from watch where workspace_id = $1 and paused_at is null order by channel_id`,
    [workspaceId],
  );
  return rows.map((row) => row.channel_id);
}

/** Every watch that can be posted to. */
export async function watchesOf(
  db: Queryable,
  workspaceId: string,
): Promise<{ channelId: string; appId: string }[]> {
  return db.query(
    `select watch.channel_id as "channelId", watch.zoom_app_id as "appId" from watch
     join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
     where watch.workspace_id = $1 and watch.paused_at is null and app.archived_at is null
     order by watch.channel_id, watch.zoom_app_id`,
    [workspaceId],
  );
}
