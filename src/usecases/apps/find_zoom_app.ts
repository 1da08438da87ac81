import { canBeName, nameKey, nearestNames } from '../../core/apps/app_name.ts';
import type { ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { isUuid } from '../../core/id.ts';
import { zoomAppsBeginning } from '../../store/apps/zoom_apps.ts';
import { archivedAppsNamed, hasArchivedApps } from '../../store/archive/archived_apps.ts';
import type { Context } from '../changes/context.ts';
import { readCard, readCards } from './read_card.ts';

export type FoundApp =
  | { readonly kind: 'found'; readonly card: ZoomAppCard }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  /** `any`: is there any Zoom app in this workspace at all? */
  | { readonly kind: 'none'; readonly suggestions: readonly string[]; readonly any: boolean };

const severalShown = 8;
/** Names compared for "did you mean": those that begin with the same letter, else the first of the alphabet. */
const comparedAtMost = 500;

export interface Named {
  readonly workspaceId: string;
  readonly text: string;
}

/**
 * What a person means by `<app>`: a name, an unambiguous beginning of it, or an id; else the name of an archived one, of several the one
 * archived last.
 */
export async function findZoomApp(ctx: Pick<Context, 'db'>, input: Named): Promise<FoundApp> {
  const [found] = await findZoomApps(ctx, [input]);
  return found ?? { kind: 'none', suggestions: [], any: false };
}

/** The same for several people; exact names and ids cost two statements in all. */
export async function findZoomApps(
  ctx: Pick<Context, 'db'>,
  inputs: readonly Named[],
): Promise<readonly FoundApp[]> {
  const workspaces = [...new Set(inputs.map(({ workspaceId }) => workspaceId))];
  const cards = await Promise.all(
    workspaces.map(async (workspaceId) => {
      const texts = inputs
        .filter((input) => input.workspaceId === workspaceId && canBeName(input.text))
        .map(({ text }) => text.trim());
      return readCards(ctx.db, workspaceId, {
        ids: texts.filter(isUuid),
        nameKeys: texts.filter((text) => !isUuid(text)).map(nameKey),
      });
    }),
  );
  const byMeaning = new Map(
    cards.flat().flatMap((card) => meaningsOf(card.app).map((meaning) => [meaning, card] as const)),
  );
  return Promise.all(
    inputs.map((input) => {
      const card = canBeName(input.text) ? byMeaning.get(meaningOf(input)) : undefined;
      return card === undefined ? nearly(ctx, input) : ({ kind: 'found', card } as const);
    }),
  );
}

/** What finds exactly this app: its id, and its name unless it is archived. */
function meaningsOf({ workspaceId, id, name, archivedAt }: ZoomApp): string[] {
  return [id, ...(archivedAt === null ? [name] : [])].map((text) => meaningOf({ workspaceId, text }));
}

function meaningOf({ workspaceId, text }: Named): string {
  const typed = text.trim();
  return `${workspaceId} ${isUuid(typed) ? typed.toLowerCase() : nameKey(typed)}`;
}

async function nearly(ctx: Pick<Context, 'db'>, { workspaceId, text }: Named): Promise<FoundApp> {
  if (!canBeName(text)) return unnamed(ctx, workspaceId);
  const key = nameKey(text.trim());
  const beginning = key === '' ? [] : await zoomAppsBeginning(ctx.db, workspaceId, key, severalShown);
  const [only, second] = beginning;
  if (only !== undefined && second === undefined) {
    const card = await readCard(ctx, { workspaceId, appId: only.id });
    if (card !== null) return { kind: 'found', card };
  }
  if (second !== undefined) return { kind: 'several', names: beginning.map((one) => one.name) };
  const [archived] = await archivedAppsNamed(ctx.db, workspaceId, key, 1);
  const card = archived === undefined ? null : await readCard(ctx, { workspaceId, appId: archived.id });
  if (card !== null) return { kind: 'found', card };
  return { kind: 'none', ...(await suggestionsFor(ctx, workspaceId, key)) };
}

/** For a text that matches no app exactly. */
async function unnamed(ctx: Pick<Context, 'db'>, workspaceId: string): Promise<FoundApp> {
  const [any] = await zoomAppsBeginning(ctx.db, workspaceId, '', 1);
  return {
    kind: 'none',
    suggestions: [],
    any: any !== undefined || (await hasArchivedApps(ctx.db, workspaceId)),
  };
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
    any: first.length > 0 || (await hasArchivedApps(ctx.db, workspaceId)),
  };
}
