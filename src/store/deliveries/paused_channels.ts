import type { Queryable } from '../postgres/client/database.ts';

// A channel that takes no message is paused: its watches say since when and why.

/** Since when a channel is paused, and why; null when it is not. By an index of what is paused. */
export async function readPause(
  db: Queryable,
  workspaceId: string,
  channelId: string,
): Promise<{ readonly since: Date; readonly reason: string } | null> {
  const [row] = await db.query<{ since: Date; reason: string }>(
    `select paused_at as since, coalesce(paused_reason, '') as reason from watch
     where workspace_id = $1 and channel_id = $2 and paused_at is not null order by paused_at limit 1`,
    [workspaceId, channelId],
  );
  return row ?? null;
}

/**
 * Pauses every watch of a channel, or says why it is paused by now. Returns the apps for which that is new; `before`: it was paused
 * already, for another reason.
 */
export async function pauseChannel(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  reason: string,
  now: Date,
): Promise<{ appId: string; before: boolean }[]> {
  return db.query(
    `with asked as (
       select zoom_app_id, paused_at from watch
       where workspace_id = $1 and channel_id = $2 and (paused_at is null or paused_reason is distinct from $3)
       for update)
     update watch set paused_at = coalesce(watch.paused_at, $4), paused_reason = $3 from asked
     where watch.workspace_id = $1 and watch.channel_id = $2 and watch.zoom_app_id = asked.zoom_app_id
     returning watch.zoom_app_id as "appId", asked.paused_at is not null as before`,
    [workspaceId, channelId, reason, now],
  );
}

/** An owner of apps that a channel watches: the first of them by name, and how many there are. */
export interface WatchOwner {
  readonly userId: string;
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly count: number;
}

/** Owners of the apps that a channel watches: at most `most.people`, each with at most `most.names` apps. */
export async function ownersWatchedIn(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  most: { readonly people: number; readonly names: number },
): Promise<WatchOwner[]> {
  return db.query(
    `select user_id as "userId", count(*)::int as count,
       to_json((array_agg(json_build_object('id', app.id, 'name', app.name) order by app.name_key))[1:$4]) as apps
     from watch
     join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
     join zoom_app_owner owner on owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id
     where watch.workspace_id = $1 and watch.channel_id = $2 and app.archived_at is null
     group by user_id order by user_id limit $3`,
    [workspaceId, channelId, most.people, most.names],
  );
}

/** Paused channels of a workspace, but for those where only archived apps are watched: nobody misses anything there. At most `most`, the longest paused first; `count`: how many there are. */
export async function readPausedChannels(
  db: Queryable,
  workspaceId: string,
  most: number,
): Promise<{ channelId: string; reason: string; since: Date; count: number }[]> {
  return db.query(
    `select watch.channel_id as "channelId", min(paused_reason) as reason, min(paused_at) as since,
       (count(*) over ())::int as count
     from watch
     join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id and app.archived_at is null
     where watch.workspace_id = $1 and paused_at is not null
     group by watch.channel_id order by min(paused_at), watch.channel_id limit $2`,
    [workspaceId, most],
  );
}

/** A person says that a channel is open again: when, and for how long further such reports are ignored. */
export interface SaidOpen {
  readonly at: Date;
  readonly everyMs: number;
}

/** Returns the apps whose watch was paused. `said`: a person's report; null when Slack took a message. */
export async function resumeChannelWatches(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  said: SaidOpen | null,
): Promise<string[]> {
  const rows = await db.query<{ zoom_app_id: string }>(
    // `opened_at > $3`: the clock was set back, and a time in the future must not block reports.
    `update watch set paused_at = null, paused_reason = null, opened_at = coalesce($3, opened_at)
     where workspace_id = $1 and channel_id = $2 and paused_at is not null
       and ($3::timestamptz is null or opened_at is null or opened_at <= $4 or opened_at > $3)
     returning zoom_app_id`,
    [
      workspaceId,
      channelId,
      said?.at ?? null,
      said === null ? null : new Date(said.at.getTime() - said.everyMs),
    ],
  );
  return rows.map((row) => row.zoom_app_id);
}
