import type { Environment, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { appIdOf, readEnvironmentsOf } from '../../store/apps/environments.ts';
import { readWatches } from '../../store/apps/watches.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readFreeProfiles } from '../../store/profiles/connector_profiles.ts';
import type { Context } from '../changes/context.ts';

/** Slack's select shows 100 options; a workspace with more free profiles than this is looking for a name anyway. */
const adoptableLimit = 25;

/** What a status card shows, as it is now; null when there is no such app. */
export async function readCard(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly appId: string },
): Promise<ZoomAppCard | null> {
  const app = await readZoomApp(ctx.db, input.workspaceId, input.appId);
  return app === null ? null : cardOf(ctx.db, app);
}

export async function cardOf(db: Queryable, app: ZoomApp): Promise<ZoomAppCard> {
  const [card] = await cardsOf(db, app.workspaceId, [app]);
  if (card === undefined) throw new Error('an app without a card');
  return card;
}

/** The cards of apps of one workspace, in their order; three queries, whatever their number. */
export async function cardsOf(
  db: Queryable,
  workspaceId: string,
  apps: readonly ZoomApp[],
): Promise<ZoomAppCard[]> {
  const ids = apps.map(({ id }) => id);
  if (ids.length === 0) return [];
  const all = await readEnvironmentsOf(db, workspaceId, ids);
  const watches = await readWatches(db, workspaceId, ids);
  const free = all.some(waitsForProfile) ? await readFreeProfiles(db, workspaceId, adoptableLimit) : [];
  return apps.map((app) => {
    const environments = all.filter(({ zoomAppId }) => zoomAppId === app.id);
    const watch = watches.find(({ appId, channelId }) => appId === app.id && channelId === app.channelId);
    return {
      app,
      environments,
      adoptable: environments.some(waitsForProfile) ? free : [],
      watchPaused: watch?.paused ?? null,
    };
  });
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
