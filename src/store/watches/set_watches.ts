import type { SetWatch, WatchKey } from '../../core/watches/watch.ts';
import type { WatchLevel } from '../../core/watches/watch_level.ts';
import { cardUrlOfApp } from '../apps/cards.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { pausedOf, type WatchColumns } from './watches.ts';

// Watches that somebody has set: all but those of an app's own channel.

interface Row extends WatchColumns {
  channel_id: string;
  zoom_app_id: string | null;
  name: string | null;
  name_key: string;
  card_url: string | null;
  level: WatchLevel;
  set_by: string;
  created_at: Date;
}

const columns = 'channel_id, level, set_by, watch.created_at, paused_at, paused_reason';

/** Those of one app, which is not archived. */
const ofOneApp = (condition: string): string => `
  select zoom_app_id, app.name, ${cardUrlOfApp} as card_url, watch.${columns}, app.name_key from watch
  join zoom_app app on app.workspace_id = watch.workspace_id and app.id = watch.zoom_app_id
  where watch.workspace_id = $1 and watch.set_by is not null and watch.channel_id <> app.channel_id
    and app.archived_at is null and ${condition}`;

const ofEveryApp = (condition: string): string => `
  select null::uuid as zoom_app_id, null as name, null as card_url, watch.${columns}, '' as name_key from workspace_watch watch
  where watch.workspace_id = $1 and ${condition}`;

function toSetWatch(row: Row): SetWatch {
  return {
    channelId: row.channel_id,
    appId: row.zoom_app_id,
    appName: row.name,
    cardUrl: row.card_url,
    level: row.level,
    setBy: row.set_by,
    setAt: row.created_at,
    paused: pausedOf(row),
  };
}

/** What a channel watches and what a person has set or gets as direct messages; by name, those of every app first. By indexes of both. */
export async function watchesAround(
  db: Queryable,
  workspaceId: string,
  { channelId, userId }: { readonly channelId: string | null; readonly userId: string },
  most: number,
): Promise<SetWatch[]> {
  const around = '(watch.channel_id = any($2::text[]) or watch.set_by = $3)';
  const rows = await db.query<Row>(
    `${ofOneApp(around)} union all ${ofEveryApp(around)} order by name_key, zoom_app_id nulls first, channel_id limit $4`,
    [workspaceId, channelId === null ? [userId] : [channelId, userId], userId, most],
  );
  return rows.map(toSetWatch);
}

/** What a person has set in a channel; by name, those of every app first. Cost: a row for each watch of the channel. */
export async function watchesSetBy(
  db: Queryable,
  workspaceId: string,
  { channelId, userId }: { readonly channelId: string; readonly userId: string },
  most: number,
): Promise<SetWatch[]> {
  const set = 'watch.channel_id = $2 and watch.set_by = $3';
  const rows = await db.query<Row>(
    `${ofOneApp(set)} union all ${ofEveryApp(set)} order by name_key, zoom_app_id nulls first limit $4`,
    [workspaceId, channelId, userId, most],
  );
  return rows.map(toSetWatch);
}

/** What watches an app: those of every app first. */
export async function watchesOfApp(
  db: Queryable,
  workspaceId: string,
  appId: string,
  most: number,
): Promise<SetWatch[]> {
  const rows = await db.query<Row>(
    `${ofOneApp('watch.zoom_app_id = $2')} union all ${ofEveryApp('true')}
     order by name_key, zoom_app_id nulls first, channel_id limit $3`,
    [workspaceId, appId, most],
  );
  return rows.map(toSetWatch);
}

/** Those that still exist, locked until the end of the transaction; at most as many as are given. */
export async function lockSetWatches(
  db: Queryable,
  workspaceId: string,
  keys: readonly WatchKey[],
): Promise<SetWatch[]> {
  const rows = await db.query<Row>(
    `${ofOneApp('(watch.zoom_app_id, watch.channel_id) in (select * from unnest($2::uuid[], $3::text[]))')} for update of watch`,
    [workspaceId, ...columnsOfKeys(keys.filter(({ appId }) => appId !== null))],
  );
  const ofAll = await db.query<Row>(`${ofEveryApp('watch.channel_id = any($2::text[])')} for update`, [
    workspaceId,
    channelsOfEveryApp(keys),
  ]);
  return [...rows, ...ofAll].map(toSetWatch);
}

/** Of each key the app and the channel, as the columns of a statement. */
export const columnsOfKeys = (keys: readonly WatchKey[]): [(string | null)[], string[]] => [
  keys.map(({ appId }) => appId),
  keys.map(({ channelId }) => channelId),
];

/** The channels that watch every app, by these keys. */
export const channelsOfEveryApp = (keys: readonly WatchKey[]): string[] =>
  keys.flatMap(({ channelId, appId }) => (appId === null ? [channelId] : []));

/** How many watches there are of this app, and how many somebody has set in this channel; neither counted beyond `most`. */
export async function countSetWatches(
  db: Queryable,
  workspaceId: string,
  { channelId, appId }: WatchKey,
  most: number,
): Promise<{ ofApp: number; ofChannel: number }> {
  const [row] = await db.query<{ ofApp: number; ofChannel: number }>(
    `select (select count(*)::int from (select from watch where workspace_id = $1 and zoom_app_id = $2 and $2 is not null limit $4) a)
          + (select count(*)::int from (select from workspace_watch where workspace_id = $1 and $2 is null limit $4) b) as "ofApp",
       (select count(*)::int from (select from watch
          where workspace_id = $1 and channel_id = $3 and set_by is not null limit $4) c) as "ofChannel"`,
    [workspaceId, appId, channelId, most],
  );
  return row ?? { ofApp: 0, ofChannel: 0 };
}
