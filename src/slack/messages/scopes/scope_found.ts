import type { ManagementType } from '../../../core/checks/check.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import type { ScopeDetails } from '../../../core/scopes/catalogue/scope_details.ts';
import type { FoundScopes } from '../../../core/scopes/search/find_scopes.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, section, sections } from '../../blocks/layout.ts';
import { count, person, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { managementNames } from '../product_words.ts';
import { catalogueLine } from './catalogue_line.ts';
import { actWords, scopeDetailsBlocks, type Use } from './scope_details_blocks.ts';

/** Facts of this workspace about what was asked. */
export interface Here {
  /** Registered apps that declare what was found. */
  readonly uses?: readonly Use[];
  /** Who has confirmed exactly this scope, when it is not in the catalogue. */
  readonly seen?: { readonly by: string; readonly at: Date };
}

/** The answer to `/zoom-scopes find`. */
export function foundMessage(
  found: FoundScopes,
  query: string,
  managementType: ManagementType | null,
  { uses = [], seen }: Here = {},
): MessageView {
  const asked = `"${typed(query)}"${managementType === null ? '' : ` in ${managementNames[managementType]} apps`}`;
  const { text, blocks } = answerTo(found, asked, uses);
  const confirmed =
    seen === undefined
      ? []
      : [
          section(
            `\`${typed(query, 150)}\` is not in the catalogue, but ${person(seen.by)} has seen it in Zoom, ${moment(seen.at)}.`,
          ),
        ];
  return messageView(text, [...confirmed, ...blocks, context(catalogueLine())]);
}

function answerTo(
  found: FoundScopes,
  asked: string,
  uses: readonly Use[],
): { readonly text: string; readonly blocks: readonly KnownBlock[] } {
  switch (found.kind) {
    case 'scope':
      return oneScope(found.details, found.asked, uses);
    case 'classic':
      return several(
        `\`${found.scope}\` is a classic scope; new Zoom apps use granular ones. It allowed what ${count(found.details.length, 'granular scope')} allow now:`,
        found.details,
        uses,
      );
    case 'event':
      return several(`To get the event \`${found.event}\`, an app needs one of these:`, found.details, uses);
    case 'operations':
      return operations(found);
    case 'scopes':
      return several(
        `${found.more ? 'More than ' : ''}${count(found.details.length, 'scope')} for ${asked}:`,
        found.details,
        uses,
        found.more,
      );
    case 'nothing':
      return said(
        `No scope for ${asked}. Try one word of what is read or written, such as \`recording\`, a path such as \`GET /users/me/meetings\`, or an event such as \`meeting.started\`. Zoom may have scopes that are not in the catalogue.`,
      );
  }
}

function oneScope(details: ScopeDetails, asked: string | undefined, uses: readonly Use[]) {
  const meant =
    asked === undefined ? [] : [section(`There is no \`${typed(asked, 100)}\`. Did you mean this one?`)];
  const names = details.levels.map(({ scope }) => scope).join(', ');
  return {
    text: `${names}: ${actWords[details.act]} data. ${count(details.operations.length, 'operation')}, ${count(details.events.length, 'event')}.`,
    blocks: [...meant, ...scopeDetailsBlocks(details, uses)],
  };
}

function several(intro: string, all: readonly ScopeDetails[], uses: readonly Use[], more = false) {
  const lines = all.slice(0, MOST_LINES).map((details) => detailsLine(details, uses));
  const left = all.length - lines.length;
  const end = [
    ...(left > 0 ? [`… and ${left} more.`] : []),
    ...(more ? ['… and more: add a word to narrow it.'] : []),
    '`/zoom-scopes find <scope>` tells all about one.',
  ];
  const names = all.slice(0, MOST_LINES).map(({ base }) => base);
  return { text: `${intro} ${names.join(', ')}.`, blocks: [section(intro), ...sections([...lines, ...end])] };
}

const MOST_LINES = 30;

function detailsLine(details: ScopeDetails, uses: readonly Use[]): string {
  const levels = details.levels.map(({ level }) => level).join(', ');
  const [first, ...others] = details.operations;
  const opens =
    first === undefined ? 'events' : `${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  const apps = new Set(
    uses
      .filter(({ scope }) => details.levels.some((row) => row.scope === scope))
      .map(({ appName }) => appName),
  ).size;
  const used = apps === 0 ? '' : `; used by ${count(apps, 'app')}`;
  return `• \`${details.base}\` (${levels}) ${actWords[details.act]}: ${typed(opens, 110)}${used}`;
}

function operations({ operations: found, more }: Extract<FoundScopes, { kind: 'operations' }>) {
  const lines = found.slice(0, MOST_OPERATIONS).map(({ method, path, product, scopes }) => {
    const needs = (['user', 'admin', 'master', 'app', 'none'] as const).flatMap((level) =>
      scopes[level].length === 0
        ? []
        : [`    ${level}: ${scopes[level].map((scope) => `\`${scope}\``).join(' or ')}`],
    );
    return [`• *${typed(`${method} ${path}`, 150)}* (${typed(product)})`, ...needs].join('\n');
  });
  const left = more || found.length > MOST_OPERATIONS ? ['… and more: type more of the path.'] : [];
  const best = found[0];
  const [scope] = best === undefined ? [] : [...best.scopes.user, ...best.scopes.admin];
  const intro = 'These operations of Zoom need:';
  return {
    text: `${intro} ${best === undefined ? '' : `${best.method} ${best.path}: ${scope ?? 'no scope that is known'}`}`,
    blocks: [
      section(intro),
      ...sections([...lines, ...left]),
      ...(found.some(({ scopes }) => Object.values(scopes).some((each) => each.length > 1))
        ? [section('Where two stand at one level, Zoom does not say whether one is enough.')]
        : []),
    ],
  };
}

const MOST_OPERATIONS = 10;

function said(words: string) {
  return { text: words.replaceAll('`', ''), blocks: [section(words)] };
}

/** Every scope that an answer shows, to ask which apps use it. */
export function scopesShown(found: FoundScopes): readonly string[] {
  const details = found.kind === 'scope' ? [found.details] : 'details' in found ? found.details : [];
  return details.flatMap(({ base }) => catalogue.levelsOf(base).map(({ scope }) => scope));
}
