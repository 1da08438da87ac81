import type { CatalogueScope } from '../../../core/scopes/catalogue/catalogue.ts';
import {
  type Act,
  type Reach,
  reachOf,
  type ScopeDetails,
} from '../../../core/scopes/catalogue/scope_details.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { section, sections } from '../../blocks/layout.ts';
import { count, named, typed } from '../../blocks/text.ts';

const SHOWN = 15;

/** What a scope does, as one word in front of it. */
export const actWords: Record<Act, string> = {
  read: 'reads',
  write: 'creates or changes',
  delete: 'deletes',
};

export const reachWords: Record<Reach, string> = {
  own: 'only data of the person who authorizes the app',
  account: 'data of *the whole account*',
  sub_accounts:
    'data of *all sub-accounts*; only for owners of a master account, and StackOne does not use it',
  app: 'what belongs to the app itself (client credentials); Zoom refuses it in a General app',
  unknown: 'has no level of its own',
};

const audience: Record<Reach, string> = {
  own: 'user-managed',
  account: 'admin-managed',
  sub_accounts: 'master account',
  app: 'app-owned',
  unknown: 'special',
};

/** One registered app that declares the scope at some level. */
export interface Use {
  readonly scope: string;
  readonly appName: string;
}

/** Everything about one scope. */
export function scopeDetailsBlocks(details: ScopeDetails, uses: readonly Use[]): KnownBlock[] {
  return [
    section(`*\`${details.base}\`* (${typed(details.category)}) ${riskWords(details)}`),
    ...sections(['*Levels*', ...details.levels.map(levelLine), ...missingLevel(details)]),
    ...listed('Operations', details.operations, 'None that Greenroom knows of: it may be for events only.'),
    ...(details.events.length === 0 ? [] : listed('Events', details.events)),
    ...(details.classic.length === 0 ? [] : listed('Classic scopes that allowed it', details.classic)),
    section(`*Used by* ${useWords(uses)}`),
    ...(details.notes.length === 0 ? [] : [section(`*Take care:* ${typed(details.notes.join('; '), 300)}.`)]),
  ];
}

/** How much harm it can do: what it does, and to whose data. */
function riskWords({ act, levels }: ScopeDetails): string {
  const widest = levels.some(({ level }) => level === 'admin')
    ? ', for the whole account in an admin-managed app'
    : '';
  const mark = {
    read: ':eyes: Reads',
    write: ':pencil2: Creates or changes',
    delete: ':wastebasket: *Deletes*',
  }[act];
  return `${mark} data${widest}.`;
}

function levelLine(row: CatalogueScope): string {
  const reach = reachOf(row.level);
  return `• \`${row.scope}\`, ${audience[reach]}: ${reachWords[reach]}`;
}

function missingLevel({ levels }: ScopeDetails): string[] {
  const has = (level: string) => levels.some((row) => row.level === level);
  if (has('user') === has('admin')) return [];
  return [
    has('admin') ? '• There is none for user-managed apps.' : '• There is none for admin-managed apps.',
  ];
}

function listed(title: string, items: readonly string[], none = ''): KnownBlock[] {
  if (items.length === 0) return [section(`*${title}*\n${none}`)];
  const lines = items.slice(0, SHOWN).map((item) => `• \`${typed(item, 150)}\``);
  const more = items.length - lines.length;
  return sections([`*${title}* (${items.length})`, ...lines, ...(more > 0 ? [`… and ${more} more.`] : [])]);
}

function useWords(uses: readonly Use[]): string {
  if (uses.length === 0) return 'no Zoom app that is registered here.';
  const names = [...new Set(uses.map(({ appName }) => appName))];
  const shown = names.slice(0, SHOWN).map((name) => `*${named(name)}*`);
  const more = names.length - shown.length;
  return `${count(names.length, 'Zoom app')}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
