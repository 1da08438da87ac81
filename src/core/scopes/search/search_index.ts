import { memoize } from '../../../concurrency/memoize.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueScope } from '../catalogue/catalogue_types.ts';
import { leaveFor } from '../catalogue/special_scopes.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { serviceNames, singular } from '../grammar/service_names.ts';

/** What a StackOne integration asks for most often; offered before anything is typed. */
const USUAL: readonly string[] = [
  'user:read:user',
  'user:read:list_users',
  'user:read:settings',
  'meeting:read:meeting',
  'meeting:read:list_meetings',
  'meeting:write:meeting',
  'meeting:update:meeting',
  'meeting:delete:meeting',
  'meeting:read:list_past_participants',
  'meeting:read:summary',
  'cloud_recording:read:list_user_recordings',
  'cloud_recording:read:list_recording_files',
  'webinar:read:webinar',
  'webinar:read:list_webinars',
  'webinar:write:webinar',
  'team_chat:read:list_user_channels',
  'team_chat:read:list_user_messages',
  'group:read:list_groups',
];

/** Meant more often than the same words in Phone or Contact Center. */
const USUAL_CATEGORIES: ReadonlySet<string> = new Set([
  'User',
  'Meeting',
  'Webinar',
  'Recording',
  'Team Chat',
]);

/** A word of the catalogue, and the rows that have it. */
export interface IndexedWord {
  readonly word: string;
  readonly singular: string;
  /** Rows that have it in the scope itself: `meeting`, `read`, `list`, `meetings`. */
  readonly inside: readonly number[];
  /** Rows that have it in their category, in a name of their service, or in an operation that they open. */
  readonly around: readonly number[];
}

export interface SearchIndex {
  /** The likeliest first: breaks ties between what fits equally well. */
  readonly rows: readonly CatalogueScope[];
  /** Those of scopes first, by how many have them: of two words at the same distance, a typing error is corrected to the more frequent one. */
  readonly words: readonly IndexedWord[];
}

/** Which scopes are searched: those of a management type, or all that Zoom has. */
export type Searched = ManagementType | 'any';

const indexes = {
  admin: memoize(() => build('admin')),
  user: memoize(() => build('user')),
  any: memoize(() => build('any')),
};

/** All that may be declared for a management type, ready to be searched. Built once, in some ten milliseconds. */
export function searchIndex(searched: Searched): SearchIndex {
  return indexes[searched]();
}

export function indexedWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** An operation or a part of one, with parameters and hosts made alike. */
export function plainPath(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/[^/\s]+/, '')
    .replace(/^(\w+ )?\/?v2\//, '$1/')
    .replace(/\{[^}/]*\}?/g, '{}')
    .trim();
}

function build(searched: Searched): SearchIndex {
  const all =
    searched === 'any'
      ? catalogue.scopes
      : catalogue.scopes.filter((row) => leaveFor(row, searched) === 'ok');
  const rows = inOrder(all);
  const words = new Map<string, { readonly inside: number[]; readonly around: number[] }>();
  const places = (word: string) => {
    const known = words.get(word) ?? { inside: [], around: [] };
    words.set(word, known);
    return known;
  };
  rows.forEach((row, at) => {
    for (const word of new Set(indexedWords(row.scope))) places(word).inside.push(at);
    for (const word of wordsAround(row)) places(word).around.push(at);
  });
  return {
    rows,
    words: [...words]
      .map(([word, where]) => ({ word, singular: singular(word), ...where }))
      .sort((a, b) => b.inside.length - a.inside.length),
  };
}

function inOrder(rows: readonly CatalogueScope[]): readonly CatalogueScope[] {
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort(
      (a, b) =>
        a.place - b.place || a.row.scope.length - b.row.scope.length || (a.row.scope < b.row.scope ? -1 : 1),
    )
    .map(({ row }) => row);
}

/** Shared by the three indexes: most operations are opened by a scope of each level. */
const operationWords = memoize(
  () =>
    new Map(
      catalogue.operations
        .map(({ method, path }) => `${method} ${path}`)
        .map((name) => [name, indexedWords(name)] as const),
    ),
);

function wordsAround({ base, category, operations }: CatalogueScope): ReadonlySet<string> {
  const service = base.slice(0, base.indexOf(':'));
  return new Set([
    ...indexedWords(category),
    ...serviceNames(service),
    ...operations.flatMap((name) => operationWords().get(name) ?? []),
  ]);
}

/** The usual ones first, then of the usual categories, then of the others: those about the thing itself (`webinar:write:webinar`), then its lists, then the rest. */
function placeOf({ base, category }: CatalogueScope): number {
  const usual = USUAL.indexOf(base);
  if (usual >= 0) return usual;
  const [service = '', , claim = ''] = base.split(':');
  const away = USUAL_CATEGORIES.has(category) ? USUAL.length : USUAL.length + 3;
  if (claim === service) return away;
  return away + (claim === `list_${service}s` ? 1 : 2);
}
