import type { Environment, ProfileChoice, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import { type AppCard, readAppCards, readAppCardsNamed } from '../../store/apps/app_cards.ts';
import { appIdOf } from '../../store/apps/environments.ts';
import type { Database, Queryable } from '../../store/postgres/client/database.ts';
import { readFreeProfiles } from '../../store/profiles/connector_profiles.ts';
import type { Context } from '../changes/context.ts';

/** Slack's select shows 100 options; of more unassigned profiles the newest are offered. */
const adoptableLimit = 25;

/** What a status card shows, as it is now; null when there is no such app. */
export async function readCard(
  ctx: { readonly db: Queryable },
  { workspaceId, appId }: { readonly workspaceId: string; readonly appId: string },
): Promise<ZoomAppCard | null> {
  if (!isUuid(appId)) return null;
  const [card] = await readAppCards(ctx.db, workspaceId, [appId]);
  if (card === undefined) return null;
  const isWaiting = card.environments.some(waitsForProfile);
  return withFree(card, isWaiting ? await readFreeProfiles(ctx.db, workspaceId, adoptableLimit) : []);
}

/** For an app that exists. */
export async function cardOf(db: Queryable, { workspaceId, id }: ZoomApp): Promise<ZoomAppCard> {
  const card = await readCard({ db }, { workspaceId, appId: id });
  if (card === null) throw new Error('an app without a card');
  return card;
}

/**
 * The cards of apps of one workspace, by id or by folded name; three statements at most, whatever their number, and all
 * at once, because people wait: so `db` is the pool, and no transaction.
 */
export async function readCards(
  db: Database,
  workspaceId: string,
  { ids, nameKeys }: { readonly ids: readonly string[]; readonly nameKeys: readonly string[] },
): Promise<ZoomAppCard[]> {
  if (ids.length + nameKeys.length === 0) return [];
  const [byId, byName, free] = await Promise.all([
    readAppCards(db, workspaceId, ids),
    readAppCardsNamed(db, workspaceId, nameKeys),
    readFreeProfiles(db, workspaceId, adoptableLimit),
  ]);
  return [...byId, ...byName].map((card) => withFree(card, free));
}

function withFree(card: AppCard, free: readonly ProfileChoice[]): ZoomAppCard {
  return { ...card, adoptable: card.environments.some(waitsForProfile) ? free : [] };
}

function waitsForProfile({ checks }: Environment): boolean {
  return checks.some(({ name, lastKnown }) => name === 'connector_profile' && lastKnown !== 'passed');
}

/** The card of the app that an environment belongs to. */
export async function readCardOfEnvironment(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly environmentId: string },
): Promise<ZoomAppCard | null> {
  const appId = await appIdOf(ctx.db, input.workspaceId, input.environmentId);
  return appId === null ? null : readCard(ctx, { workspaceId: input.workspaceId, appId });
}
