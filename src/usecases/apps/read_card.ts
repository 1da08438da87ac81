import { waitsForProfile, type ZoomApp, type ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import { type AppCards, readAppCards, readAppCardsNamed } from '../../store/apps/app_cards.ts';
import { appIdOf } from '../../store/apps/environments.ts';
import type { Database, Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';

/** Slack's select shows 100 options; of more unassigned profiles the newest are offered. */
const adoptableLimit = 25;

/** What a status card shows, as it is now; null when there is no such app. */
export async function readCard(
  ctx: { readonly db: Queryable },
  { workspaceId, appId }: { readonly workspaceId: string; readonly appId: string },
): Promise<ZoomAppCard | null> {
  if (!isUuid(appId)) return null;
  const [card] = cardsWithFree(await readAppCards(ctx.db, workspaceId, [appId], adoptableLimit));
  return card ?? null;
}

/** For an app that exists. */
export async function cardOf(db: Queryable, { workspaceId, id }: ZoomApp): Promise<ZoomAppCard> {
  const card = await readCard({ db }, { workspaceId, appId: id });
  if (card === null) throw new Error('an app without a card');
  return card;
}

/**
 * The cards of apps of one workspace, by id or by folded name; one statement for each of the two, whatever the
 * number of apps, and both at once, because people wait: so `db` is the pool, and no transaction.
 */
export async function readCards(
  db: Database,
  workspaceId: string,
  { ids, nameKeys }: { readonly ids: readonly string[]; readonly nameKeys: readonly string[] },
): Promise<ZoomAppCard[]> {
  const both = await Promise.all([
    readAppCards(db, workspaceId, ids, adoptableLimit),
    readAppCardsNamed(db, workspaceId, nameKeys, adoptableLimit),
  ]);
  return both.flatMap(cardsWithFree);
}

function cardsWithFree({ cards, free }: AppCards): ZoomAppCard[] {
  return cards.map((card) => ({ adoptable: card.environments.some(waitsForProfile) ? free : [], ...card }));
}

/** The card of the app that an environment belongs to. */
export async function readCardOfEnvironment(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly environmentId: string },
): Promise<ZoomAppCard | null> {
  const appId = await appIdOf(ctx.db, input.workspaceId, input.environmentId);
  return appId === null ? null : readCard(ctx, { workspaceId: input.workspaceId, appId });
}
