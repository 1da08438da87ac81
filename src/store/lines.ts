import type { EnvironmentKind, ManagementType, Trouble } from '../core/readiness/checks.ts';
import { type Stage, stages } from '../core/readiness/stages.ts';
import type { ZoomAppLine } from '../core/zoom_app.ts';
import { checksOfEnv, seenChecks, stackoneColumns } from './environments.ts';
import type { Queryable } from './postgres/database.ts';
import type { CheckJson } from './readiness_checks.ts';
import { ownersOfApp } from './zoom_apps.ts';

/** What a list is narrowed to; every part that is set must hold. */
export interface LineFilter {
  /** Folded words, each of which must begin one of the name's words. */
  readonly words: readonly string[];
  readonly stage: Stage | null;
  readonly owner: string | null;
}

interface Row {
  id: string;
  name: string;
  name_key: string;
  management_type: ManagementType;
  channel_id: string;
  owners: string[] | null;
  environments: { id: string; kind: EnvironmentKind; stage: Stage; checks: CheckJson[] | null }[] | null;
  stackone_answered_at: Date | null;
  stackone_trouble: Trouble | null;
  stackone_trouble_since: Date | null;
}

/**
 * A page of the list, by name, in one statement. `after` is the folded name of the last one seen, so that paging costs the
 * same on the last page as on the first.
 */
export async function pageOfLines(
  db: Queryable,
  workspaceId: string,
  filter: LineFilter,
  after: string | null,
  limit: number,
): Promise<{ line: ZoomAppLine; nameKey: string }[]> {
  const values: unknown[] = [workspaceId, limit];
  const value = (given: unknown) => `$${values.push(given)}`;
  // Only the conditions that are wanted: the planner cannot choose an index for "not wanted, or ...".
  const wanted = [
    'app.workspace_id = $1 and app.archived_at is null',
    ...(after === null ? [] : [`app.name_key ~>~ ${value(after)}`]),
    ...(filter.words.length === 0 ? [] : [`${words} @@ ${value(beginningWith(filter.words))}::tsquery`]),
    ...(filter.stage === null ? [] : [`app.id in (${appsAtStage} = ${value(filter.stage)})`]),
    ...(filter.owner === null ? [] : [`app.id in (${appsOwnedBy} = ${value(filter.owner)})`]),
  ];
  const rows = await db.query<Row>(
    `select app.id, app.name, app.name_key, app.management_type, app.channel_id, ${ownersOfApp} as owners,
       ${environmentsOfApp} as environments, ${stackoneColumns}
     from (select * from zoom_app app where ${wanted.join(' and ')} order by app.name_key using ~<~ limit $2) app
     left join stackone_poll poll on poll.workspace_id = app.workspace_id
     order by app.name_key using ~<~`,
    values,
  );
  return rows.map((row) => ({ line: toLine(row), nameKey: row.name_key }));
}

const environmentsOfApp = `
  (select json_agg(json_build_object('id', env.id, 'kind', env.kind, 'stage', env.stage, 'checks', ${checksOfEnv})
                    order by env.kind)
   from environment env where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id)`;

function toLine(row: Row): ZoomAppLine {
  return {
    appId: row.id,
    name: row.name,
    managementType: row.management_type,
    owners: row.owners ?? [],
    channelId: row.channel_id,
    environments: (row.environments ?? []).map(({ checks, ...env }) => ({
      ...env,
      checks: seenChecks(checks, row),
    })),
  };
}

const words = `array_to_tsvector(string_to_array(app.name_key, ' '))`;
const appsAtStage = 'select zoom_app_id from environment where workspace_id = $1 and stage';
const appsOwnedBy = 'select zoom_app_id from zoom_app_owner where workspace_id = $1 and user_id';

/** Postgres takes no more than 2,046 bytes of a word; no name has one half as long. */
const longestWord = 200;

/** Each word must be the beginning of one of the name's. Folded words hold letters and digits only, so quotes are enough. */
function beginningWith(words: readonly string[]): string {
  return words.map((word) => `'${word.slice(0, longestWord)}':*`).join(' & ');
}

/** How many environments stand at each stage; the database keeps count. */
export async function countStages(
  db: Queryable,
  workspaceId: string,
): Promise<Partial<Record<Stage, number>>> {
  const rows = await db.query<{ stage: Stage; count: number }>(
    `select stage, environments as count from stage_count
     where workspace_id = $1 and stage <> 'archived' and environments > 0`,
    [workspaceId],
  );
  const found = new Map(rows.map((row) => [row.stage, row.count]));
  return Object.fromEntries(stages.flatMap((stage) => (found.has(stage) ? [[stage, found.get(stage)]] : [])));
}
