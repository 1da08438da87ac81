import * as data from './catalogue.data.ts';
import { readOperations, readScopes } from './catalogue_rows.ts';
import { type Catalogue, type CatalogueScope, levelSuffix, type Operation } from './catalogue_types.ts';
import { once } from './once.ts';
import { leaveFor } from './special.ts';

export type { Catalogue, CatalogueScope } from './catalogue_types.ts';

/** The order in which StackOne's Zoom guide adds scopes; the other categories follow by name. */
const USUAL = ['User', 'Meeting', 'Webinar', 'Recording', 'Team Chat', 'Group', 'Report'];

/** facts: products of which Zoom's published lists show few of the scopes. */
const GAPS = ['AI services', 'Clips', 'Contact Center', 'Docs', 'Rooms', 'Whiteboard'];

interface Tables {
  readonly operations: readonly Operation[];
  readonly scopes: readonly CatalogueScope[];
  readonly byName: ReadonlyMap<string, CatalogueScope>;
  readonly byBase: ReadonlyMap<string, readonly CatalogueScope[]>;
  readonly byClassic: ReadonlyMap<string, readonly CatalogueScope[]>;
  readonly byOperation: ReadonlyMap<string, Operation>;
}

/** The text is a constant; it is read at first use, so that a process that never asks pays nothing. */
const tables = once((): Tables => {
  const operations = readOperations(data.operations);
  const scopes = readScopes(data.scopes, operations);
  const byClassic = grouped(scopes, (row) => row.classic);
  for (const other of data.otherClassic.split(' ')) byClassic.set(other, []);
  return {
    operations,
    scopes,
    byName: new Map(scopes.map((row) => [row.scope, row])),
    byBase: grouped(scopes, (row) => [row.base]),
    byClassic,
    byOperation: new Map(operations.map((row) => [`${row.method} ${row.path}`, row])),
  };
});

/** Zoom's scopes as known in the month of `version`. Not exhaustive: what is absent may still exist. */
export const catalogue: Catalogue = {
  version: data.version,
  month: monthOf(data.version),
  gaps: GAPS,
  get scopes() {
    return tables().scopes;
  },
  get operations() {
    return tables().operations;
  },
  find: (scope) => tables().byName.get(scope),
  isClassic: (scope) => tables().byClassic.has(scope) && !tables().byName.has(scope),
  replacing: (classic) => tables().byClassic.get(classic) ?? [],
  atLevel: (base, level) => {
    const row = tables().byName.get(base + levelSuffix(level));
    return row?.level === level ? row : undefined;
  },
  levelsOf: (base) => tables().byBase.get(base) ?? [],
  categories: (managementType) => {
    const offered = tables().scopes.filter((row) => leaveFor(row, managementType) === 'ok');
    const names = new Set(offered.map((row) => row.category));
    return [...USUAL.filter((name) => names.delete(name)), ...[...names].sort()];
  },
  operation: (method, path) => tables().byOperation.get(`${method} ${path}`),
};

/** `2026-11` as people say it. */
function monthOf(version: string): string {
  const month = new Date(`${version}-01T00:00:00Z`);
  return month.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function grouped(
  rows: readonly CatalogueScope[],
  keysOf: (row: CatalogueScope) => readonly string[],
): Map<string, CatalogueScope[]> {
  const groups = new Map<string, CatalogueScope[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  return groups;
}
