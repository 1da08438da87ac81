import { catalogue } from './catalogue.ts';
import type { CatalogueScope } from './catalogue_types.ts';
import type { ManagementType } from './level.ts';
import { once } from './once.ts';
import { serviceNames } from './other_names.ts';
import { leaveFor } from './special.ts';

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

export interface SearchEntry {
  readonly row: CatalogueScope;
  /** Words of the scope itself: `meeting`, `read`, `list`, `meetings`. */
  readonly words: readonly string[];
  /** Words of its category and of the operations it opens. */
  readonly around: readonly string[];
  /** Breaks ties: lower comes first. */
  readonly place: number;
}

export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Every word that some entry has, to put typing errors right. */
  readonly vocabulary: readonly string[];
}

/** Which scopes are searched: those of a management type, or all that Zoom has. */
export type Searched = ManagementType | 'any';

const indexes = {
  admin: once(() => build('admin')),
  user: once(() => build('user')),
  any: once(() => build('any')),
};

/** All that may be declared for a management type, ready to be searched. Built once, in some ten milliseconds. */
export function searchIndex(searched: Searched): SearchIndex {
  return indexes[searched]();
}

export function wordsOf(text: string): readonly string[] {
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
  const rows =
    searched === 'any'
      ? catalogue.scopes
      : catalogue.scopes.filter((row) => leaveFor(row, searched) === 'ok');
  const entries = rows.map(entryOf);
  return { entries, vocabulary: byFrequency(entries.flatMap((entry) => entry.words)) };
}

/** A typing error is put right to the more frequent of two words that are equally near. */
function byFrequency(words: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function entryOf(row: CatalogueScope): SearchEntry {
  const service = row.base.slice(0, row.base.indexOf(':'));
  return {
    row,
    words: wordsOf(row.scope),
    around: [
      ...new Set([...wordsOf(row.category), ...serviceNames(service), ...row.operations.flatMap(wordsOf)]),
    ],
    place: placeOf(row),
  };
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
