import { isUuid } from '../core/id.ts';
import { nameKey, nearestNames } from '../core/naming.ts';
import type { ZoomAppCard } from '../core/zoom_app.ts';
import { findZoomAppByName, readZoomApp, zoomAppsBeginning } from '../store/zoom_apps.ts';
import type { Context } from './context.ts';
import { cardOf } from './read_card.ts';

export type Found =
  | { readonly kind: 'found'; readonly card: ZoomAppCard }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  /** `any`: is there any Zoom app in this workspace at all? */
  | { readonly kind: 'none'; readonly suggestions: readonly string[]; readonly any: boolean };

const severalShown = 8;
/** Names compared for "did you mean": those that begin with the same letter, else the first of the alphabet. */
const comparedAtMost = 500;

/** What a person means by `<app>`: a name, an unambiguous beginning of it, or an id. */
export async function findZoomApp(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly text: string },
): Promise<Found> {
  const { workspaceId } = input;
  const text = input.text.trim();
  const exact = isUuid(text)
    ? await readZoomApp(ctx.db, workspaceId, text)
    : await findZoomAppByName(ctx.db, workspaceId, text);
  if (exact !== null) return { kind: 'found', card: await cardOf(ctx.db, exact) };

  const key = nameKey(text);
  const beginning = key === '' ? [] : await zoomAppsBeginning(ctx.db, workspaceId, key, severalShown);
  const [only, second] = beginning;
  if (only !== undefined && second === undefined) {
    const app = await readZoomApp(ctx.db, workspaceId, only.id);
    if (app !== null) return { kind: 'found', card: await cardOf(ctx.db, app) };
  }
  if (second !== undefined) return { kind: 'several', names: beginning.map((one) => one.name) };
  return { kind: 'none', ...(await suggestionsFor(ctx, workspaceId, key)) };
}

async function suggestionsFor(
  ctx: Pick<Context, 'db'>,
  workspaceId: string,
  key: string,
): Promise<{ suggestions: string[]; any: boolean }> {
  const alike = await zoomAppsBeginning(ctx.db, workspaceId, key.slice(0, 1), comparedAtMost);
  const near = nearestNames(
    key,
    alike.map((one) => one.name),
  );
  if (near.length > 0) return { suggestions: near, any: true };
  const first = await zoomAppsBeginning(ctx.db, workspaceId, '', comparedAtMost);
  return {
    suggestions: nearestNames(
      key,
      first.map((one) => one.name),
    ),
    any: first.length > 0,
  };
}
