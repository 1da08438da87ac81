import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { NextAction } from '../../core/checks/next_action.ts';
import type { Stage } from '../../core/checks/stage.ts';
import type { PersonDoer } from '../../core/turns/turn.ts';
import { cardUrlOfApp } from '../apps/cards.ts';
import type { Queryable } from '../postgres/client/database.ts';
import type { DigestOf } from './digests.ts';

/** What a channel watches and is notified about; null: nothing, or its watches are paused. `every`: every app of the workspace. */
export async function watchedIn(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
): Promise<'every' | 'some' | null> {
  const [row] = await db.query<{ every: boolean; some: boolean }>(
    `select exists (select from workspace_watch
                    where workspace_id = $1 and channel_id = $2 and paused_at is null) as every,
            exists (select from watch
                    where workspace_id = $1 and channel_id = $2 and paused_at is null) as some`,
    [workspaceId, channelId],
  );
  if (row?.every === true) return 'every';
  return row?.some === true ? 'some' : null;
}

/** The environment of an app that an entry of a digest is about. */
export interface DigestSubject {
  readonly appId: string;
  readonly appName: string;
  /** Where the card of the app stands; null without one. */
  readonly cardUrl: string | null;
  readonly environmentId: string;
  readonly kind: EnvironmentKind;
}

export interface StageChange extends DigestSubject {
  readonly from: Stage;
  readonly to: Stage;
}

/** How many changes are read: in a larger workspace the oldest of a weekend may be left out. */
const mostChanges = 1_000;

/** Changes of stage in apps that the channel watches, the oldest first. Cost: at most `mostChanges` entries of the history. */
export async function stageChangesSince(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
  isEvery: boolean,
  since: Date,
): Promise<StageChange[]> {
  return db.query<StageChange>(
    `select app.id as "appId", app.name as "appName", ${cardUrlOfApp} as "cardUrl", env.id as "environmentId", env.kind,
            changed.detail ->> 'from' as from, changed.detail ->> 'to' as to
     from (select seq, at, zoom_app_id, environment_id, detail from event
           where workspace_id = $1 and kind = 'stage_changed' order by seq desc limit ${mostChanges}) changed
     join zoom_app app on app.workspace_id = $1 and app.id = changed.zoom_app_id and app.archived_at is null
     join environment env on env.workspace_id = $1 and env.id = changed.environment_id
     where changed.at > $3 and changed.detail ->> 'from' is not null and changed.detail ->> 'to' is not null
       and ($4 or exists (select from watch
                          where workspace_id = $1 and zoom_app_id = app.id and channel_id = $2 and paused_at is null))
     order by changed.seq`,
    [workspaceId, channelId, since, isEvery],
  );
}

/** How many environments of the apps that a channel watches are at each stage. Cost: a row for each. */
export async function countStagesIn(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
): Promise<Partial<Record<Stage, number>>> {
  const rows = await db.query<{ stage: Stage; count: number }>(
    `select env.stage, count(*)::integer as count from watch
     join environment env on env.workspace_id = watch.workspace_id and env.zoom_app_id = watch.zoom_app_id
     where watch.workspace_id = $1 and watch.channel_id = $2 and watch.paused_at is null and env.stage <> 'archived'
     group by env.stage`,
    [workspaceId, channelId],
  );
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
}

export interface TurnIn extends DigestSubject {
  readonly action: NextAction;
  readonly doer: PersonDoer;
  readonly since: Date;
}

/**
 * Turns in the apps that a channel watches, those that have waited longest first. Cost: a row for each app that it watches; of a channel
 * that watches every app, a page.
 */
export async function turnsIn(
  db: Queryable,
  { workspaceId, channelId }: DigestOf,
  isEvery: boolean,
  limit: number,
): Promise<TurnIn[]> {
  return db.query<TurnIn>(
    `select app.id as "appId", app.name as "appName", ${cardUrlOfApp} as "cardUrl",
            env.id as "environmentId", env.kind, turn.action, turn.doer, turn.since
     from (${isEvery ? turnsOfEveryApp : turnsOfWatched}) turn
     join zoom_app app on app.workspace_id = $1 and app.id = turn.zoom_app_id and app.archived_at is null
     join environment env on env.workspace_id = $1 and env.id = turn.environment_id
     where turn.action is not null and turn.since is not null
     order by turn.since, turn.environment_id limit $3`,
    [workspaceId, channelId, limit],
  );
}

const turnsOfEveryApp = `
  select each.* from unnest(array['owner', 'zoom_admin', 'stackone_admin']) as doers (doer) cross join lateral (
    select zoom_app_id, environment_id, action, doer, since from turn
    where workspace_id = $1 and turn.doer = doers.doer and $2::text is not null
    order by since, environment_id limit $3) each`;

const turnsOfWatched = `
  select turn.zoom_app_id, environment_id, action, doer, since from watch
  join turn on turn.workspace_id = watch.workspace_id and turn.zoom_app_id = watch.zoom_app_id
  where watch.workspace_id = $1 and watch.channel_id = $2 and watch.paused_at is null and turn.doer is not null
  order by since, environment_id limit $3`;
