import type { ZoomAppLine } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind, ManagementType } from '../../core/checks/check.ts';
import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { Stage } from '../../core/checks/stage.ts';
import type { CheckJson } from '../checks/readiness_checks.ts';
import { ownersOfApp } from '../ownership/owners.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { cardUrlOfApp } from './cards.ts';
import { checksOfEnv, seenChecks, stackoneColumns } from './environments.ts';

/** The filter of a list; every part that is set must hold. */
export interface LineFilter {
  /** Folded words, each of which must begin one of the name's words. */
  readonly words: readonly string[];
  readonly stage: Stage | null;
  readonly owner: string | null;
  /** Something of the app rests on what a person said; left out: or not. */
  readonly unproven?: boolean;
}

export interface LinePage {
  readonly lines: readonly ZoomAppLine[];
  /** The last folded name that was compared, when there may be more after it; null on the last page. */
  readonly next: string | null;
}

interface Position {
  name_key: string;
  /** The search ended here, not because the list did. */
  stopped: boolean;
  owners: string[] | null;
  card_url: string | null;
  environments:
    | {
        id: string;
        kind: EnvironmentKind;
        stage: Stage;
        pendingClientId: string | null;
        checks: CheckJson[] | null;
      }[]
    | null;
  stackone_answered_at: Date | null;
  stackone_trouble: UnknownReason | null;
  stackone_trouble_since: Date | null;
}

interface LineRow extends Position {
  id: string;
  name: string;
  management_type: ManagementType;
  channel_id: string;
}

/** True: not a line of the page, it only says up to which name was searched. */
interface EmptyRow extends Position {
  id: null;
  name: null;
  management_type: null;
  channel_id: null;
}

type Row = LineRow | EmptyRow;

/** Most index entries that are read for one page: where few of many names match, it may hold fewer lines. */
export const mostSteps = 200;
/** No name has more words; a search with more finds nothing. */
const mostTerms = 25;
/** In letters. Migration 0011 cuts the beginnings of words there, too. */
const longestBeginning = 50;

/**
 * A page of the list, by name, in one statement. `after` is the folded name up to which was looked, so that paging costs
 * the same on the last page as on the first. Neither the number of apps nor of those that match counts: what a list is
 * narrowed by has the names in their order (`zoom_app_term`), and several such lists are walked together, each skipping
 * what the others don't have.
 */
export async function pageOfLines(
  db: Queryable,
  workspaceId: string,
  filter: LineFilter,
  after: string | null,
  limit: number,
): Promise<LinePage> {
  const terms = termsOf(filter);
  if (terms.length > mostTerms) return { lines: [], next: null };
  // One more than asked for tells whether there is another page.
  const asked = [workspaceId, limit + 1, after === null ? '' : `${after}${lowest}`];
  const rows = await (terms.length === 0
    ? db.query<Row>(linesOfEveryApp, asked, 'app_lines')
    : db.query<Row>(`with recursive ${walk} ${linesOf(appsOfWalk)}`, [
        ...asked,
        terms,
        Math.ceil(mostSteps / terms.length),
      ]));
  const found = rows.filter(({ id }) => id !== null);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : rows.find(({ stopped }) => stopped);
  return { lines: shown.flatMap(toLine), next: last?.name_key ?? null };
}

/** Sorts before every other letter: a name with this behind it is the first after that name. */
const lowest = '\u0001';

/** A word that begins another wanted word says nothing more, and sorts right before one that it begins. */
function termsOf({ words, stage, owner, unproven }: LineFilter): string[] {
  const beginnings = [...new Set(words.map((word) => [...word].slice(0, longestBeginning).join('')))].sort();
  return [
    ...beginnings.filter((word, place) => beginnings[place + 1]?.startsWith(word) !== true),
    ...(stage === null ? [] : [`#${stage}`]),
    ...(owner === null ? [] : [`@${owner}`]),
    // Migration 0030 keeps this term.
    ...(unproven === true ? ['#unproven'] : []),
  ];
}

const columns = 'app.workspace_id, app.id, app.name, app.management_type, app.channel_id';

const everyApp = `
  select ${columns}, name_key, false as stopped from zoom_app app
  where workspace_id = $1 and archived_at is null and name_key ~>=~ $3
  order by name_key using ~<~ limit $2`;

/**
 * In each step, the first name of every wanted term from `next` on. The same in all of them is a hit; else no name before
 * the highest can be one. `passed`: no name up to here is left out.
 */
const walk = `
  walk (passed, hit, next, steps, hits) as (
    select '' collate "C", false, $3::text collate "C", 0, 0
    union all
    select first.low, first.low = first.high,
           case when first.low = first.high then first.low || chr(${lowest.charCodeAt(0)}) else first.high end,
           walk.steps + 1, walk.hits + (first.low = first.high)::int
    from walk, lateral (
      select min(listed.name_key) as low, max(listed.name_key) as high, count(*) as terms
      from unnest($4::text[]) as wanted (term), lateral (
        select name_key from zoom_app_term named
        where named.workspace_id = $1 and named.term = wanted.term and named.name_key >= walk.next
        order by named.name_key limit 1) listed) first
    where first.terms = cardinality($4::text[]) and walk.steps < $5 and walk.hits < $2)`;

const appsOfWalk = `
  select ${columns}, passed as name_key, steps = $5 as stopped
  from walk left join zoom_app app on walk.hit and app.workspace_id = $1 and app.archived_at is null
                                  and app.name_key = (walk.passed collate "default")
  where walk.hit or walk.steps = $5`;

/** The lines of the apps that `apps` gives, each read once: as `columns`, name_key and stopped. */
function linesOf(apps: string): string {
  return `
    select app.id, app.name_key, app.stopped, app.name, app.management_type, app.channel_id,
      ${ownersOfApp} as owners, ${cardUrlOfApp} as card_url, ${environmentsOfApp} as environments, ${stackoneColumns}
    from (${apps}) app
    left join stackone_poll poll on poll.workspace_id = $1
    order by app.name_key using ~<~`;
}

const environmentsOfApp = `
  (select json_agg(json_build_object('id', env.id, 'kind', env.kind, 'stage', env.stage,
                                      'pendingClientId', env.pending_client_id, 'checks', ${checksOfEnv})
                    order by env.kind)
   from environment env where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id)`;

const linesOfEveryApp = linesOf(everyApp);

function toLine(row: Row): ZoomAppLine[] {
  if (row.id === null) return [];
  return [
    {
      appId: row.id,
      name: row.name,
      managementType: row.management_type,
      owners: row.owners ?? [],
      channelId: row.channel_id,
      cardUrl: row.card_url,
      environments: (row.environments ?? []).map(({ checks, ...env }) => ({
        ...env,
        checks: seenChecks(checks, row),
      })),
    },
  ];
}
