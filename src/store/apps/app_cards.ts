import type {
  CardDrift,
  Environment,
  ProfileChoice,
  ZoomApp,
  ZoomAppCard,
} from '../../core/apps/zoom_app.ts';
import { cardDriftOf, type DriftColumns, driftOfApp } from '../drift/card_drift.ts';
import { ownersWithReach } from '../ownership/owners.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { freeProfiles, type ProfileRow } from '../profiles/connector_profiles.ts';
import { type AsJson, toDate } from '../row_as_json.ts';
import { pausedOf, type WatchColumns } from '../watches/watches.ts';
import { cardUrlOfApp } from './cards.ts';
import {
  type EnvironmentJson,
  environmentAsJson,
  environmentsWithStackOne,
  toEnvironment,
} from './environments.ts';
import { columnsOfApp, toZoomApp, type ZoomAppRow } from './zoom_apps.ts';

/** What a status card shows of an app; how its channel is watched with it. */
export interface AppCard {
  readonly app: ZoomApp;
  readonly environments: readonly Environment[];
  readonly watchPaused: ZoomAppCard['watchPaused'];
  readonly cardUrl: string | null;
  readonly drift: CardDrift;
  readonly unreachableOwners: NonNullable<ZoomAppCard['unreachableOwners']>;
}

export interface AppCards {
  readonly cards: readonly AppCard[];
  /** Profiles without an environment, which any of the apps may adopt; newest first. */
  readonly free: readonly ProfileChoice[];
}

type CardJson = AsJson<ZoomAppRow & WatchColumns & DriftColumns> & {
  readonly environments: EnvironmentJson[] | null;
  readonly card_url: string | null;
  readonly unreachable_owners: { readonly userId: string; readonly since: string }[] | null;
};
type FreeRow = Pick<ProfileRow, 'id' | 'name' | 'active' | 'first_seen_at'>;

interface Row {
  cards: CardJson[] | null;
  free: AsJson<FreeRow>[] | null;
}

/**
 * People wait for a card, so all of it comes with one statement. As JSON, because `pg` takes three times as long for columns of
 * dates and arrays.
 */
const selectWhere = (condition: string): string => `
  select (
    select json_agg(card) from (
      select ${columnsOfApp}, watch.paused_at, watch.paused_reason, ${cardUrlOfApp} as card_url, ${driftOfApp('$1')},
             owned.unreachable_owners,
             (select json_agg(${environmentAsJson} order by env.kind)
              from ${environmentsWithStackOne}
              where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id) as environments
      from zoom_app app
      cross join lateral ${ownersWithReach}
      left join watch on watch.workspace_id = app.workspace_id and watch.zoom_app_id = app.id
                     and watch.channel_id = app.channel_id
      where app.workspace_id = $1 and ${condition}) card) as cards,
    (select json_agg(profile) from (
       select id, name, active, first_seen_at ${freeProfiles('$1', '$3')}) profile) as free`;

const selectById = selectWhere('app.id = any($2::uuid[])');
const selectNamed = selectWhere('app.name_key = any($2::text[]) and app.archived_at is null');

const noCards: AppCards = { cards: [], free: [] };

/** At most `freeLimit` free profiles. */
export async function readAppCards(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
  freeLimit: number,
): Promise<AppCards> {
  if (ids.length === 0) return noCards;
  return toAppCards(await db.query<Row>(selectById, [workspaceId, ids, freeLimit], 'app_cards'));
}

/** The same for the apps that bear one of these folded names and are not archived. */
export async function readAppCardsNamed(
  db: Queryable,
  workspaceId: string,
  nameKeys: readonly string[],
  freeLimit: number,
): Promise<AppCards> {
  if (nameKeys.length === 0) return noCards;
  return toAppCards(await db.query<Row>(selectNamed, [workspaceId, nameKeys, freeLimit], 'app_cards_named'));
}

function toAppCards([row]: readonly Row[]): AppCards {
  const free = (row?.free ?? []).map(({ first_seen_at, ...profile }) => ({
    ...profile,
    firstSeenAt: new Date(first_seen_at),
  }));
  return { cards: (row?.cards ?? []).map(toAppCard), free };
}

function toAppCard(card: CardJson): AppCard {
  return {
    app: toZoomApp(card),
    environments: (card.environments ?? []).map(toEnvironment),
    watchPaused: pausedOf({ ...card, paused_at: toDate(card.paused_at) }),
    cardUrl: card.card_url,
    drift: cardDriftOf(card),
    unreachableOwners: (card.unreachable_owners ?? []).map(({ userId, since }) => {
      return { userId, since: new Date(since) };
    }),
  };
}
