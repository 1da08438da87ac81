import type { CatalogueScope } from './catalogue_types.ts';
import { distanceWithin } from './distance.ts';
import { findOperations } from './operations.ts';
import { actionMeant, singular } from './other_names.ts';
import { type SearchEntry, type Searched, type SearchIndex, searchIndex, wordsOf } from './search_index.ts';

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
  const entries =
    category === undefined ? index.entries : index.entries.filter(({ row }) => row.category === category);
  const wanted = query.slice(0, LONGEST_QUERY).trim().toLowerCase();
  if (wordsOf(wanted).length === 0) return ranked(entries, () => 0, limit);
  const exact = ranked(entries, scorer(wanted), limit);
  return exact.length > 0 ? exact : ranked(entries, scorer(corrected(wanted, index)), limit);
}

export interface CategoryGroup {
  readonly category: string;
  readonly scopes: readonly CatalogueScope[];
}

/** Groups in the order in which their first scope was found. */
export function groupByCategory(scopes: readonly CatalogueScope[]): readonly CategoryGroup[] {
  const groups = new Map<string, CatalogueScope[]>();
  for (const row of scopes) {
    const group = groups.get(row.category);
    if (group === undefined) groups.set(row.category, [row]);
    else group.push(row);
  }
  return [...groups].map(([category, members]) => ({ category, scopes: members }));
}

/** Lower is better; undefined is no match. */
type Scorer = (entry: SearchEntry) => number | undefined;

function ranked(entries: readonly SearchEntry[], score: Scorer, limit: number): readonly CatalogueScope[] {
  return entries
    .flatMap((entry) => {
      const points = score(entry);
      return points === undefined ? [] : [{ entry, points }];
    })
    .sort((a, b) => a.points - b.points || byPlace(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry.row);
}

function byPlace(a: SearchEntry, b: SearchEntry): number {
  return a.place - b.place || a.row.scope.length - b.row.scope.length || (a.row.scope < b.row.scope ? -1 : 1);
}

function scorer(query: string): Scorer {
  const start = query.replace(/:(?:admin|master)?$/, '');
  const words = wordsOf(start).slice(0, MOST_WORDS);
  const places = query.includes('/') ? placesOf(query) : undefined;
  return (entry) => {
    if (entry.row.base === start) return 0;
    if (entry.row.base.startsWith(start)) return 1;
    if (places !== undefined) return pathScore(entry, places);
    return wordScore(entry, words);
  };
}

/** How near the operations that a scope opens come to the path; undefined when none of them does. */
function pathScore(entry: SearchEntry, places: ReadonlyMap<string, number>): number | undefined {
  const found = entry.row.operations.flatMap((name) => places.get(name) ?? []);
  return found.length === 0 ? undefined : 2 + Math.min(...found);
}

function placesOf(query: string): ReadonlyMap<string, number> {
  return new Map(
    findOperations(query, MOST_OPERATIONS).map(({ method, path }, at) => [`${method} ${path}`, at]),
  );
}

/** Every word must be found; in the scope itself counts more than around it, a whole word more than its beginning. */
function wordScore({ words, around, row }: SearchEntry, wanted: readonly string[]): number | undefined {
  let score = 10;
  for (const word of wanted) {
    const points =
      placeOf(word, words) ?? addTo(20, placeOf(word, around)) ?? (row.base.includes(word) ? 30 : undefined);
    if (points === undefined) return undefined;
    score += points;
  }
  return score;
}

function placeOf(word: string, words: readonly string[]): number | undefined {
  if (words.includes(word)) return 0;
  const one = singular(word);
  if (words.some((other) => singular(other) === one)) return 1;
  const action = actionMeant(word);
  if (action !== undefined && words.includes(action)) return 3;
  return words.some((other) => other.startsWith(word)) ? 2 : undefined;
}

function addTo(more: number, points: number | undefined): number | undefined {
  return points === undefined ? undefined : points + more;
}

/** The query with each word that nothing has put right to the nearest word that something has. */
function corrected(query: string, { vocabulary }: SearchIndex): string {
  return wordsOf(query)
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
