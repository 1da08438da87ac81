import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { NextAction } from '../../core/checks/next_action.ts';
import type { PersonDoer } from '../../core/turns/turn.ts';
import { cardUrlOfApp } from '../apps/cards.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A turn that may be this person's: one that is stale is judged by the checks of its environment. */
export interface WaitingTurn {
  readonly environmentId: string;
  readonly kind: EnvironmentKind;
  readonly appId: string;
  readonly appName: string;
  /** Where the card of the app stands; null without one. */
  readonly cardUrl: string | null;
  /** As it was worked out last. */
  readonly action: NextAction | null;
  readonly since: Date | null;
  /** The person is an owner of the app. */
  readonly owned: boolean;
}

/** What a page goes on after: the last turn of the page before. */
export interface WaitingPosition {
  readonly since: Date;
  readonly environmentId: string;
}

export interface WaitingFor {
  /** A Slack user id. */
  readonly userId: string;
  /** Whose turns of their own apps are the person's. */
  readonly ownDoers: readonly PersonDoer[];
  /** Whose turns of every app are the person's. */
  readonly everyDoers: readonly PersonDoer[];
}

/** Stale turns of apps that are not the person's own; there are some for half a minute after a change. */
const mostStale = 100;

/**
 * Turns of a person, those that have waited longest first. Cost: one index entry for each app that the person owns, and a page of
 * every turn where the person does a step for the whole workspace.
 */
export async function readWaitingTurns(
  db: Queryable,
  workspaceId: string,
  { userId, ownDoers, everyDoers }: WaitingFor,
  after: WaitingPosition | null,
  limit: number,
): Promise<WaitingTurn[]> {
  return db.query<WaitingTurn>(
    `select env.id as "environmentId", env.kind, app.id as "appId", app.name as "appName", ${cardUrlOfApp} as "cardUrl",
            turn.action, turn.since, turn.owned
     from (
       select environment_id, zoom_app_id, action, since, bool_or(owned) as owned from (
         select turn.environment_id, turn.zoom_app_id, turn.action, turn.since, true as owned
         from zoom_app_owner owner join turn on turn.workspace_id = $1 and turn.zoom_app_id = owner.zoom_app_id
         where owner.workspace_id = $1 and owner.user_id = $2
           and (turn.stale or turn.doer = any($3::text[]))
         union all
         select each.environment_id, each.zoom_app_id, each.action, each.since, false
         from unnest($4::text[]) as mine (doer) cross join lateral (
           select environment_id, zoom_app_id, action, since from turn
           where workspace_id = $1 and turn.doer = mine.doer
             and (since, environment_id) > (coalesce($5::timestamptz, '-infinity'), coalesce($6::uuid, '00000000-0000-0000-0000-000000000000'))
           order by since, environment_id limit $7) each
         union all
         select * from (
           select environment_id, zoom_app_id, action, since, false from turn
           where workspace_id = $1 and stale and cardinality($4::text[]) > 0 limit ${mostStale}) changed
       ) found
       where $5::timestamptz is null
          or (coalesce(since, 'infinity'), environment_id) > ($5::timestamptz, $6::uuid)
       group by environment_id, zoom_app_id, action, since
       order by coalesce(since, 'infinity'), environment_id limit $7
     ) turn
     join environment env on env.workspace_id = $1 and env.id = turn.environment_id
     join zoom_app app on app.workspace_id = $1 and app.id = turn.zoom_app_id
     order by coalesce(turn.since, 'infinity'), turn.environment_id`,
    [workspaceId, userId, ownDoers, everyDoers, after?.since ?? null, after?.environmentId ?? null, limit],
  );
}
