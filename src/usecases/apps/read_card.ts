import type { Environment, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import { type AppCard, readAppCards, readAppCardsNamed } from '../../store/apps/app_cards.ts';
import { appIdOf } from '../../store/apps/environments.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
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
  const [card] = await withFreeProfiles(
    ctx.db,
    workspaceId,
    await readAppCards(ctx.db, workspaceId, [appId]),
  );
  return card ?? null;
}

/** For an app that exists. */
export async function cardOf(db: Queryable, { workspaceId, id }: ZoomApp): Promise<ZoomAppCard> {
  const card = await readCard({ db }, { workspaceId, appId: id });
  if (card === null) throw new Error('an app without a card');
  return card;
}

/** The cards of apps of one workspace, by id or by folded name; three statements at most, whatever their number. */
export async function readCards(
  db: Queryable,
  workspaceId: string,
  { ids, nameKeys }: { readonly ids: readonly string[]; readonly nameKeys: readonly string[] },
): Promise<ZoomAppCard[]> {
  const byId = await readAppCards(db, workspaceId, ids);
  const byName = await readAppCardsNamed(db, workspaceId, nameKeys);
  return withFreeProfiles(db, workspaceId, [...byId, ...byName]);
}

async function withFreeProfiles(
  db: Queryable,
  workspaceId: string,
  cards: readonly AppCard[],
): Promise<ZoomAppCard[]> {
  const isWaiting = ({ environments }: AppCard) => environments.some(waitsForProfile);
  const free = cards.some(isWaiting) ? await readFreeProfiles(db, workspaceId, adoptableLimit) : [];
  return cards.map((card) => ({ ...card, adoptable: isWaiting(card) ? free : [] }));
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
