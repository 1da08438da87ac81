import { levelSuffix, type Operation } from '../../src/core/scopes/catalogue/catalogue_types.ts';
import type { ScopeLevel } from '../../src/core/scopes/grammar/scope_level.ts';
import { trimEnd } from '../../src/core/text/trim_end.ts';
import type { Knowledge, Row } from './merge.ts';

const LETTERS: Readonly<Record<ScopeLevel, string>> = {
  user: 'u',
  admin: 'a',
  master: 'm',
  app: 'p',
  none: 'n',
};
const LEVELS: readonly ScopeLevel[] = ['user', 'admin', 'master', 'app', 'none'];

/** The text of catalogue.data.ts; `before` is the file as it stands, whose head (source, how to read it) is kept. */
export function writeCatalogue(before: string, version: string, known: Knowledge): string {
  const head = before.slice(0, before.indexOf('export const catalogueVersion'));
  const middle = before.slice(
    before.indexOf('/** Classic scopes that no'),
    before.indexOf('export const scopes'),
  );
  if (head === '' || middle === '') throw new Error('The catalogue file is not as it was expected.');
  return [
    `${head}export const catalogueVersion = '${version}';\n\n`,
    `${middle}export const scopes = \`\n${writeScopes(known.scopes)}\n\`;\n\n`,
    `export const operations = \`\n${writeOperations(known.operations)}\n\`;\n`,
  ].join('');
}

export function writeScopes(rows: readonly Row[]): string {
  return sections(rows, ({ category }) => category, writeCategory);
}

export function writeOperations(operations: readonly Operation[]): string {
  return sections(
    operations,
    ({ product }) => product,
    (some) => some.map(writeOperation),
  );
}

function sections<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  lines: (items: readonly T[]) => readonly string[],
): string {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].flatMap(([name, some]) => [`= ${name}`, ...lines(some)]).join('\n');
}

/** Rows of one base stand together, its name and its events written once. */
function writeCategory(rows: readonly Row[]): readonly string[] {
  const bases = [...new Set(rows.map(({ base }) => base))].sort();
  return bases.flatMap((base) => {
    const own = rows
      .filter((row) => row.base === base)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
    return own.map((row, at) => {
      const last = own[at - 1]?.events.join(' ');
      const events = row.events.join(' ');
      const same = at > 0 && events !== '' && events === last;
      const cells = [
        at === 0 ? base : '',
        LETTERS[row.level],
        row.classic.join(' '),
        same ? '^' : events,
        row.note ?? '',
      ];
      return trimEnd(cells.join('\t'), (character) => character === '\t');
    });
  });
}

function writeOperation({ method, path, scopes }: Operation): string {
  const bases = new Map<string, string>();
  for (const level of LEVELS)
    for (const scope of scopes[level]) {
      const base = scope.slice(0, scope.length - levelSuffix(level).length);
      bases.set(base, `${bases.get(base) ?? ''}${LETTERS[level]}`);
    }
  return [`${method} ${path}`, ...[...bases].map(([base, letters]) => `${letters} ${base}`)].join('\t');
}
