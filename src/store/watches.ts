import type { Queryable } from './postgres/database.ts';

export interface Watch {
  readonly channelId: string;
  readonly appId: string;
  readonly paused: { readonly reason: string; readonly at: Date } | null;
}

interface Row {
  channel_id: string;
  zoom_app_id: string;
  paused_at: Date | null;
  paused_reason: string | null;
}

function toWatch(row: Row): Watch {
  return {
    channelId: row.channel_id,
    appId: row.zoom_app_id,
    paused: row.paused_at === null ? null : { reason: row.paused_reason ?? '', at: row.paused_at },
  };
}

/** A channel's wish to hear about a Zoom app. */
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

/** Pauses every watch of a channel; returns the apps whose watch was not paused before. */
export async function pauseChannel(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  reason: string,
  now: Date,
): Promise<string[]> {
  const rows = await db.query<{ zoom_app_id: string }>(
    `update watch set paused_at = $4, paused_reason = $3
     where workspace_id = $1 and channel_id = $2 and paused_at is null returning zoom_app_id`,
    [workspaceId, channelId, reason, now],
  );
  return rows.map((row) => row.zoom_app_id);
}

/** Returns the apps whose watch was paused. */
export async function resumeChannelWatches(
  db: Queryable,
  workspaceId: string,
  channelId: string,
): Promise<string[]> {
  const rows = await db.query<{ zoom_app_id: string }>(
    `update watch set paused_at = null, paused_reason = null
     where workspace_id = $1 and channel_id = $2 and paused_at is not null returning zoom_app_id`,
    [workspaceId, channelId],
  );
  return rows.map((row) => row.zoom_app_id);
}

/** Every channel that hears of anything, and can be posted to. */
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
