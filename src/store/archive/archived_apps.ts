import { nameKey } from '../../core/apps/app_name.ts';
import { cardUrlOfApp } from '../apps/cards.ts';
import { namesBeginning } from '../apps/zoom_apps.ts';
import type { Queryable } from '../postgres/client/database.ts';

interface At {
  readonly workspaceId: string;
  readonly id: string;
}

/** The row must be locked. `into`: the app that it is merged into. */
export async function markArchived(
  db: Queryable,
  { workspaceId, id }: At,
  into: string | null,
  actor: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update zoom_app set archived_at = $4, merged_into = $3, updated_by = $5, updated_at = $4, version = version + 1
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, into, now, actor],
  );
}

/** The row must be locked, and the name known to be free. */
export async function markRestored(
  db: Queryable,
  { workspaceId, id }: At,
  name: string,
  actor: string,
  now: Date,
): Promise<void> {
  await db.query(
    `update zoom_app set archived_at = null, merged_into = null, name = $3, name_key = $4, updated_by = $5, updated_at = $6,
                         version = version + 1
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, name, nameKey(name), actor, now],
  );
}

/** An archived app as a person chooses one: names need not be unique among them. */
export interface ArchivedApp {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: Date;
  readonly archivedBy: string;
  /** Where its folded card stands; null or absent without one. */
  readonly cardUrl?: string | null;
}

const columns = `id, name, archived_at as "archivedAt", updated_by as "archivedBy", ${cardUrlOfApp} as "cardUrl"`;

/** Archived apps whose folded name is this one, the one archived last first; at most `limit`. Cost: an index of the archived ones. */
export function archivedAppsNamed(
  db: Queryable,
  workspaceId: string,
  name: string,
  limit: number,
): Promise<ArchivedApp[]> {
  return db.query(
    `select ${columns} from zoom_app app
     where workspace_id = $1 and name_key = $2 and archived_at is not null order by archived_at desc, id limit $3`,
    [workspaceId, nameKey(name), limit],
  );
}

/** Cost: one row of an index of the archived ones. */
export async function hasArchivedApps(db: Queryable, workspaceId: string): Promise<boolean> {
  const found = await db.query(
    'select id from zoom_app where workspace_id = $1 and archived_at is not null limit 1',
    [workspaceId],
  );
  return found.length > 0;
}

/** Where a page of archived apps ended: the folded name and the id of its last app. */
export interface ArchivedPosition {
  readonly nameKey: string;
  readonly id: string;
}

/** A page of archived apps by name, of those whose folded name begins so. Cost: an index of the archived ones, as many as are shown. */
export function pageOfArchivedApps(
  db: Queryable,
  workspaceId: string,
  beginning: string,
  after: ArchivedPosition | null,
  limit: number,
): Promise<(ArchivedApp & ArchivedPosition)[]> {
  const given: unknown[] = [workspaceId, namesBeginning(beginning), limit];
  const further = after === null ? '' : 'and (name_key ~>~ $4 or (name_key = $4 and id > $5))';
  return db.query(
    `select ${columns}, name_key as "nameKey" from zoom_app app
     where workspace_id = $1 and archived_at is not null and name_key like $2 ${further}
     order by name_key using ~<~, id limit $3`,
    after === null ? given : [...given, after.nameKey, after.id],
  );
}
