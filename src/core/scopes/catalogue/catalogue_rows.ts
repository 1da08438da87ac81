import { groupPairs } from '../../group_by.ts';
import type { ScopeLevel } from '../grammar/scope_level.ts';
import { type CatalogueScope, levelSuffix, type Operation } from './catalogue_types.ts';

const LEVELS: Readonly<Record<string, ScopeLevel>> = {
  u: 'user',
  a: 'admin',
  m: 'master',
  p: 'app',
  n: 'none',
};
const NONE: readonly string[] = [];

interface Section {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Reads the text of catalogue.data.ts; its head says how it is written. */
export function readOperations(text: string): readonly Operation[] {
  return sections(text).flatMap(({ name, lines }) => lines.map((line) => readOperation(name, line)));
}

/** `operations`: the result of `readOperations`, from which each scope gets the operations that it opens. */
export function readScopes(text: string, operations: readonly Operation[]): readonly CatalogueScope[] {
  const opened = openedBy(operations);
  return sections(text).flatMap(({ name, lines }) => readCategory(name, lines, opened));
}

function sections(text: string): readonly Section[] {
  return text
    .trim()
    .split(/^= /m)
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      return { name, lines };
    });
}

function readOperation(product: string, line: string): Operation {
  const [name = '', ...cells] = line.split('\t');
  const blank = name.indexOf(' ');
  const scopes: Record<ScopeLevel, string[]> = { user: [], admin: [], master: [], app: [], none: [] };
  for (const cell of cells) {
    const end = cell.indexOf(' ');
    for (const letter of cell.slice(0, end)) {
      const level = levelOf(letter);
      scopes[level].push(cell.slice(end + 1) + levelSuffix(level));
    }
  }
  return { method: name.slice(0, blank), path: name.slice(blank + 1), product, scopes };
}

function readCategory(
  category: string,
  lines: readonly string[],
  opened: ReadonlyMap<string, readonly string[]>,
): readonly CatalogueScope[] {
  let base = '';
  let events = NONE;
  return lines.map((line) => {
    const [ownBase = '', letter = '', classic = '', ownEvents = '', note = ''] = line.split('\t');
    if (ownBase !== '') base = ownBase;
    if (ownEvents !== '^') events = words(ownEvents);
    const level = levelOf(letter);
    const scope = base + levelSuffix(level);
    const row = { scope, base, level, category, classic: words(classic), events };
    const operations = opened.get(scope) ?? NONE;
    return note === '' ? { ...row, operations } : { ...row, operations, note };
  });
}

function openedBy(operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> {
  return groupPairs(
    operations.flatMap(({ method, path, scopes }) =>
      Object.values(scopes)
        .flat()
        .map((scope) => [scope, `${method} ${path}`] as const),
    ),
  );
}

function levelOf(letter: string): ScopeLevel {
  const level = LEVELS[letter];
  if (level === undefined)
    throw new Error(`The scope catalogue is damaged: no level is written "${letter}".`);
  return level;
}

function words(cell: string): readonly string[] {
  return cell === '' ? NONE : cell.split(' ');
}
