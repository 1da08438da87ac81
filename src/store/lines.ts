import { type Stage, stages } from '../core/readiness/stages.ts';
import type { Queryable } from './postgres/database.ts';

/** What a list is narrowed to; every part that is set must hold. */
export interface LineFilter {
  /** Folded words, each of which must begin one of the name's words. */
  readonly words: readonly string[];
  readonly stage: Stage | null;
  readonly owner: string | null;
}

/**
 * A page of app ids, by name. `after` is the folded name of the last one seen, so that paging costs the same on the
 * last page as on the first.
 */
export async function pageOfZoomApps(
  db: Queryable,
  workspaceId: string,
  filter: LineFilter,
  after: string | null,
  limit: number,
): Promise<{ id: string; nameKey: string }[]> {
  return db.query(
    `select app.id, app.name_key as "nameKey" from zoom_app app
     where app.workspace_id = $1 and app.archived_at is null and ($2::text is null or app.name_key ~>~ $2)
       and ($3::tsquery is null or array_to_tsvector(string_to_array(app.name_key, ' ')) @@ $3::tsquery)
       and ($4::text is null or exists (
         select 1 from environment env
         where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id and env.stage = $4))
       and ($5::text is null or exists (
         select 1 from zoom_app_owner owner
         where owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id and owner.user_id = $5))
     order by app.name_key using ~<~ limit $6`,
    [workspaceId, after, beginningWith(filter.words), filter.stage, filter.owner, limit],
  );
}

/** Postgres takes no more than 2,046 bytes of a word; no name has one half as long. */
const longestWord = 200;

/** Each word must be the beginning of one of the name's. Folded words hold letters and digits only, so quotes are enough. */
function beginningWith(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map((word) => `'${word.slice(0, longestWord)}':*`).join(' & ');
}

/** How many environments stand at each stage. */
export async function countStages(
  db: Queryable,
  workspaceId: string,
): Promise<Partial<Record<Stage, number>>> {
  const rows = await db.query<{ stage: Stage; count: number }>(
    `select stage, count(*)::int as count from environment where workspace_id = $1 and stage <> 'archived'
     group by stage`,
    [workspaceId],
  );
  const found = new Map(rows.map((row) => [row.stage, row.count]));
  return Object.fromEntries(stages.flatMap((stage) => (found.has(stage) ? [[stage, found.get(stage)]] : [])));
}
