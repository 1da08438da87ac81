import { canBeName, nameKey } from '../../core/apps/app_name.ts';
import { isUuid } from '../../core/id.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import {
  type ArchivedApp,
  archivedAppsNamed,
  pageOfArchivedApps,
} from '../../store/archive/archived_apps.ts';
import { lastDeletedApps, readDeletion } from '../../store/archive/delete_zoom_app.ts';
import type { Context } from '../changes/context.ts';

export interface ArchivedPage {
  readonly apps: readonly ArchivedApp[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
}

const pageSize = 10;
const mostNamesakes = 10;
const mostDeleted = 500;

/** What a person means by an archived app: its id, its name (which several may have), or the beginning of it. */
export async function findArchivedApps(
  ctx: Pick<Context, 'db'>,
  { workspaceId, text }: { readonly workspaceId: string; readonly text: string },
): Promise<readonly ArchivedApp[]> {
  const typed = text.trim();
  if (!canBeName(typed)) return [];
  if (isUuid(typed)) {
    const app = await readZoomApp(ctx.db, workspaceId, typed);
    if (app === null || app.archivedAt === null) return [];
    return [{ id: app.id, name: app.name, archivedAt: app.archivedAt, archivedBy: app.updatedBy }];
  }
  const named = await archivedAppsNamed(ctx.db, workspaceId, typed, mostNamesakes);
  return named.length > 0 ? named : pageOfArchivedApps(ctx.db, workspaceId, typed, null, mostNamesakes);
}

/** The app that had this name or id and was deleted, of several the last one. Its history is still there. */
export async function findDeletedApp(
  ctx: Pick<Context, 'db'>,
  { workspaceId, text }: { readonly workspaceId: string; readonly text: string },
): Promise<{ readonly id: string; readonly name: string } | null> {
  const typed = text.trim();
  if (isUuid(typed)) {
    const deletion = await readDeletion(ctx.db, workspaceId, typed);
    return deletion === null ? null : { id: typed, name: deletion.name };
  }
  if (!canBeName(typed)) return null;
  const deleted = await lastDeletedApps(ctx.db, workspaceId, mostDeleted);
  return deleted.find(({ name }) => nameKey(name) === nameKey(typed)) ?? null;
}

/** Archived apps by name; `words`: the beginning of a name. */
export async function listArchivedApps(
  ctx: Pick<Context, 'db'>,
  {
    workspaceId,
    words,
    after,
  }: { readonly workspaceId: string; readonly words: string; readonly after?: string | undefined },
): Promise<ArchivedPage> {
  if (!canBeName(words)) return { apps: [], next: null };
  // One more than is shown tells whether there is another page.
  const found = await pageOfArchivedApps(ctx.db, workspaceId, words, positionIn(after), pageSize + 1);
  const apps = found.slice(0, pageSize);
  const last = found.length > pageSize ? apps.at(-1) : undefined;
  return { apps, next: last === undefined ? null : `${last.id} ${last.nameKey}` };
}

/** Null: from the beginning, also where the cursor is none of ours. */
function positionIn(after: string | undefined): { id: string; nameKey: string } | null {
  const [id = '', ...key] = (after ?? '').split(' ');
  return isUuid(id) ? { id, nameKey: key.join(' ') } : null;
}
