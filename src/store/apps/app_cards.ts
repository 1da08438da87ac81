import type { Environment, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { Queryable } from '../postgres/client/database.ts';
import {
  type EnvironmentJson,
  environmentAsJson,
  environmentFromJson,
  environmentsWithStackOne,
} from './environments.ts';
import { pausedOf, type WatchColumns } from './watches.ts';
import { columnsOfApp, toZoomApp, type ZoomAppRow } from './zoom_apps.ts';

/** What a status card shows of an app and nothing else; how its channel is watched with it. */
export interface AppCard {
  readonly app: ZoomApp;
  readonly environments: readonly Environment[];
  readonly watchPaused: ZoomAppCard['watchPaused'];
}

type Row = ZoomAppRow & WatchColumns & { environments: EnvironmentJson[] | null };

/** People wait for a card, so all of it comes with one statement. */
const select = `
  select ${columnsOfApp}, watch.paused_at, watch.paused_reason,
         (select json_agg(${environmentAsJson} order by env.kind)
          from ${environmentsWithStackOne}
          where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id) as environments
  from zoom_app app
  left join watch on watch.workspace_id = app.workspace_id and watch.zoom_app_id = app.id
                 and watch.channel_id = app.channel_id`;

const selectById = `${select} where app.workspace_id = $1 and app.id = any($2::uuid[])`;
const selectNamed = `${select} where app.workspace_id = $1 and app.name_key = any($2::text[]) and app.archived_at is null`;

export async function readAppCards(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<AppCard[]> {
  if (ids.length === 0) return [];
  return (await db.query<Row>(selectById, [workspaceId, ids], 'app_cards')).map(toAppCard);
}

/** Of the apps that bear one of these folded names and are not archived. */
export async function readAppCardsNamed(
  db: Queryable,
  workspaceId: string,
  nameKeys: readonly string[],
): Promise<AppCard[]> {
  if (nameKeys.length === 0) return [];
  return (await db.query<Row>(selectNamed, [workspaceId, nameKeys], 'app_cards_named')).map(toAppCard);
}

function toAppCard(row: Row): AppCard {
  return {
    app: toZoomApp(row),
    environments: (row.environments ?? []).map(environmentFromJson),
    watchPaused: pausedOf(row),
  };
}
