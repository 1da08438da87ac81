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
     where workspace_id = $1 and channel_id = $2 and paused_at is not null
     union all
     select paused_at, coalesce(paused_reason, '') from workspace_watch
     where workspace_id = $1 and channel_id = $2 and paused_at is not null
     order by since limit 1`,
    [workspaceId, channelId],
  );
  return row ?? null;
}

/**
 * Pauses every watch of a channel, or says why it is paused by now. Returns the apps for which that is new, null for a watch of
 * every app; `before`: it was paused already, for another reason.
 */
export async function pauseChannel(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  reason: string,
  now: Date,
): Promise<{ appId: string | null; before: boolean }[]> {
  return db.query(
    `with asked as (
       select zoom_app_id, paused_at from watch
       where workspace_id = $1 and channel_id = $2 and (paused_at is null or paused_reason is distinct from $3)
       for update),
     asked_of_all as (
       select channel_id, paused_at from workspace_watch
       where workspace_id = $1 and channel_id = $2 and (paused_at is null or paused_reason is distinct from $3)
       for update),
     of_one as (
       update watch set paused_at = coalesce(watch.paused_at, $4), paused_reason = $3 from asked
       where watch.workspace_id = $1 and watch.channel_id = $2 and watch.zoom_app_id = asked.zoom_app_id
       returning watch.zoom_app_id, asked.paused_at is not null as before),
     of_all as (
       update workspace_watch watch set paused_at = coalesce(watch.paused_at, $4), paused_reason = $3 from asked_of_all
       where watch.workspace_id = $1 and watch.channel_id = asked_of_all.channel_id
       returning null::uuid, asked_of_all.paused_at is not null)
     select zoom_app_id as "appId", before from of_one union all select * from of_all`,
    [workspaceId, channelId, reason, now],
  );
}

/**
 * Who answers for what a channel watches: the owners of apps whose own channel it is, and who has set a watch there. With the first of
 * these apps by name, and how many there are.
 */
export interface WatchOwner {
  readonly userId: string;
  /** Has set watches there. */
  readonly hasSet: boolean;
  /** One of them is of every app. */
  readonly everyApp: boolean;
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly count: number;
}

/**
 * At most `most.people`, each with at most `most.names` apps. Where who set a watch was forgotten, the owners of the app answer for it.
 * A person whose own direct messages are refused is left out.
 */
export async function ownersWatchedIn(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  most: { readonly people: number; readonly names: number },
): Promise<WatchOwner[]> {
  return db.query(
    `with watched as (
       select app.id, app.name, app.name_key,
         case when app.channel_id <> $2 and set_by ~ '^[UW][A-Z0-9]+$' then set_by end as set_by
       from watch join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
       where watch.workspace_id = $1 and watch.channel_id = $2 and app.archived_at is null),
     concerned as (
       select set_by as user_id, true as has_set, id, name, name_key from watched where set_by is not null
       union all
       select user_id, false, watched.id, name, name_key from watched
       join zoom_app_owner owner on owner.workspace_id = $1 and owner.zoom_app_id = watched.id
       where set_by is null
       union all
       select set_by, true, null, null, null from workspace_watch
       where workspace_id = $1 and channel_id = $2 and set_by ~ '^[UW][A-Z0-9]+$')
     select user_id as "userId", bool_or(has_set) as "hasSet", bool_or(id is null) as "everyApp", count(id)::int as count,
       coalesce(to_json((array_agg(json_build_object('id', id, 'name', name) order by name_key)
         filter (where id is not null))[1:$4]), '[]') as apps
     from concerned where user_id <> $2 group by user_id order by user_id limit $3`,
    [workspaceId, channelId, most.people, most.names],
  );
}

/**
 * Paused channels of a workspace, but for those where only archived apps are watched: nobody misses anything there. At most `most`, the
 * longest paused first; `count`: how many there are.
 */
export async function readPausedChannels(
  db: Queryable,
  workspaceId: string,
  most: number,
): Promise<{ channelId: string; reason: string; since: Date; count: number }[]> {
  return db.query(
    `select channel_id as "channelId", min(paused_reason) as reason, min(paused_at) as since,
       (count(*) over ())::int as count
     from (select watch.channel_id, paused_reason, paused_at from watch
           join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id and app.archived_at is null
           where watch.workspace_id = $1 and paused_at is not null
           union all
           select channel_id, paused_reason, paused_at from workspace_watch
           where workspace_id = $1 and paused_at is not null) paused
     group by channel_id order by min(paused_at), channel_id limit $2`,
    [workspaceId, most],
  );
}

/** A person says that a channel is open again: when, and for how long further such reports are ignored. */
export interface SaidOpen {
  readonly at: Date;
  readonly everyMs: number;
}

/** Slack took a message, at `since` or later: a channel that was paused between then and now may be closed all the same. */
interface TookMessage {
  readonly since: Date;
  readonly now: Date;
}

const resumed = (table: 'watch' | 'workspace_watch'): string => `
  update ${table} set paused_at = null, paused_reason = null, opened_at = coalesce($3, opened_at)
  where workspace_id = $1 and channel_id = $2 and paused_at is not null
    and ($3::timestamptz is null or opened_at is null or opened_at <= $4 or opened_at > $3)
    and not exists (select from since_then)`;

const pausedSince = (table: 'watch' | 'workspace_watch'): string => `
  select 1 from ${table} where workspace_id = $1 and channel_id = $2 and paused_at > $5::timestamptz and paused_at <= $6::timestamptz`;

/** Returns the apps whose watch was paused, null for a watch of every app. `said`: by a person. */
export async function resumeChannelWatches(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  { said, taken }: { readonly said: SaidOpen | null; readonly taken: TookMessage | null },
): Promise<(string | null)[]> {
  const rows = await db.query<{ zoom_app_id: string | null }>(
    // `opened_at > $3`, `paused_at <= $6`: the clock was set back, and a time in the future must not keep a channel paused.
    `with since_then as (${pausedSince('watch')} union all ${pausedSince('workspace_watch')}),
     of_one as (${resumed('watch')} returning zoom_app_id),
     of_all as (${resumed('workspace_watch')} returning null::uuid)
     select zoom_app_id from of_one union all select * from of_all`,
    [
      workspaceId,
      channelId,
      said?.at ?? null,
      said === null ? null : new Date(said.at.getTime() - said.everyMs),
      taken?.since ?? null,
      taken?.now ?? null,
    ],
  );
  return rows.map((row) => row.zoom_app_id);
}
