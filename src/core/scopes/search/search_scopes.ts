import { groupBy } from '../../group_by.ts';
import { distanceWithin } from '../../text/edit_distance.ts';
import type { CatalogueScope } from '../catalogue/catalogue_types.ts';
import { actionMeant, singular } from '../grammar/service_names.ts';
import { findOperations } from './find_operations.ts';
import { indexedWords, type Searched, type SearchIndex, searchIndex } from './search_index.ts';

export interface SearchOptions {
  readonly category?: string;
  /** Default 100: the most that Slack's external select shows. */
  readonly limit?: number;
}

const LONGEST_QUERY = 120;
const MOST_WORDS = 8;
const MOST_OPERATIONS = 300;

/**
 * Type-ahead: scopes that may be declared for a management type (or all there are), best match first. Words in any order, the beginning
 * of a scope, a path of Zoom's API; small typing errors only when nothing else is found.
 */
export function searchScopes(
  query: string,
  searched: Searched,
  { category, limit = 100 }: SearchOptions = {},
): readonly CatalogueScope[] {
  const index = searchIndex(searched);
  const wanted = query.slice(0, LONGEST_QUERY).trim().toLowerCase();
  const isOffered = (row: CatalogueScope) => category === undefined || row.category === category;
  if (indexedWords(wanted).length === 0) return index.rows.filter(isOffered).slice(0, limit);
  const exact = ranked(wanted, index).filter(isOffered);
  const found = exact.length > 0 ? exact : ranked(corrected(wanted, index), index).filter(isOffered);
  return found.slice(0, limit);
}

export interface CategoryGroup {
  readonly category: string;
  readonly scopes: readonly CatalogueScope[];
}

/** Groups in the order in which their first scope was found. */
export function groupByCategory(scopes: readonly CatalogueScope[]): readonly CategoryGroup[] {
  const groups = groupBy(scopes, ({ category }) => category);
  return [...groups].map(([category, members]) => ({ category, scopes: members }));
}

/** All rows that fit, best first. */
function ranked(query: string, index: SearchIndex): readonly CatalogueScope[] {
  const points = pointsFor(query, index);
  const { rows } = index;
  // One number for each row that fits, by points and then by place: they are sorted many times faster than objects.
  const order = new Float64Array(rows.length);
  let found = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const each = points[at] ?? NO_MATCH;
    if (each < NO_MATCH) order[found++] = each * rows.length + at;
  }
  return Array.from(order.subarray(0, found).sort(), (each) => rows[each % rows.length]).filter(
    (row) => row !== undefined,
  );
}

/** Points of a row: lower is better. */
const NO_MATCH = 0xffff;

function pointsFor(query: string, index: SearchIndex): Uint16Array {
  const start = query.replace(/:(?:admin|master)?$/, '');
  const points = query.includes('/')
    ? pathPoints(query, index)
    : wordPoints(indexedWords(start).slice(0, MOST_WORDS), index);
  for (let at = 0; at < points.length; at += 1) {
    const base = index.rows[at]?.base;
    if (base?.startsWith(start)) points[at] = base === start ? 0 : 1;
  }
  return points;
}

/** How near the operations that a scope opens come to the path. */
function pathPoints(query: string, { rows }: SearchIndex): Uint16Array {
  const points = new Uint16Array(rows.length).fill(NO_MATCH);
  const places = new Map(
    findOperations(query, MOST_OPERATIONS).map(({ method, path }, at) => [`${method} ${path}`, at]),
  );
  for (const [at, { operations }] of rows.entries())
    for (const name of operations) {
      const place = places.get(name);
      if (place !== undefined) points[at] = Math.min(points[at] ?? NO_MATCH, 2 + place);
    }
  return points;
}

/** Every word must be found; in the scope itself counts more than around it, a whole word more than its beginning. */
function wordPoints(wanted: readonly string[], index: SearchIndex): Uint16Array {
  const sums = new Uint16Array(index.rows.length).fill(10);
  for (const word of wanted) {
    const best = bestPoints(word, index);
    for (let at = 0; at < sums.length; at += 1) {
      const sum = (sums[at] ?? NO_MATCH) + (best[at] ?? NO_MATCH);
      sums[at] = Math.min(sum, NO_MATCH);
    }
  }
  return sums;
}

/** Each word of the catalogue is compared once; what it is worth goes to all rows that have it. */
function bestPoints(wanted: string, { rows, words }: SearchIndex): Uint16Array {
  const best = new Uint16Array(rows.length).fill(NO_MATCH);
  const give = (places: readonly number[], points: number) => {
    for (const at of places) if (points < (best[at] ?? 0)) best[at] = points;
  };
  const one = singular(wanted);
  const action = actionMeant(wanted);
  for (const { word, singular: other, inside, around } of words) {
    const points = pointsOf(word, other);
    if (points !== undefined) {
      give(inside, points);
      give(around, AROUND + points);
    } else if (inside.length > 0 && !LEVELS.has(word) && word.includes(wanted)) give(inside, PART);
  }
  return best;

  function pointsOf(word: string, other: string): number | undefined {
    if (word === wanted) return 0;
    if (other === one) return 1;
    if (word === action) return 3;
    return word.startsWith(wanted) ? 2 : undefined;
  }
}

const AROUND = 20;
const PART = 30;
/** Not searched for in part: half the catalogue ends in one. */
const LEVELS: ReadonlySet<string> = new Set(['admin', 'master']);

/** The query with each word that no scope has replaced by the nearest one that a scope has. */
function corrected(query: string, { words }: SearchIndex): string {
  const vocabulary = words.filter(({ inside }) => inside.length > 0).map(({ word }) => word);
  return indexedWords(query)
    .slice(0, MOST_WORDS)
    .map((word) => nearestWord(word, vocabulary))
    .join(' ');
}

function nearestWord(word: string, vocabulary: readonly string[]): string {
  const most = word.length < 3 ? 0 : word.length < 8 ? 1 : 2;
  let best = { word, errors: most + 1 };
  for (const other of vocabulary) {
    if (other.startsWith(word)) return word;
    const errors = distanceWithin(word, other, most);
    if (errors !== undefined && errors < best.errors) best = { word: other, errors };
  }
  return best.word;
}
