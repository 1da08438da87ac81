import { memoize } from '../../../concurrency/memoize.ts';
import { groupBy, groupPairs } from '../../group_by.ts';
import * as data from './catalogue.data.ts';
import { readOperations, readScopes } from './catalogue_rows.ts';
import { type Catalogue, levelSuffix } from './catalogue_types.ts';
import { leaveFor } from './special_scopes.ts';

export type { Catalogue, CatalogueScope } from './catalogue_types.ts';

/** The order in which StackOne's Zoom guide adds scopes; the other categories follow by name. */
const USUAL = ['User', 'Meeting', 'Webinar', 'Recording', 'Team Chat', 'Group', 'Report'];

/** Z12: products of which Zoom's published lists show few of the scopes. */
const GAPS = ['AI services', 'Clips', 'Contact Center', 'Docs', 'Rooms', 'Whiteboard'];

/**
 * Built from the constant text at first use, one table at a time, so that no single run of the event loop builds them all.
 */
const operations = memoize(() => readOperations(data.operations));
const scopes = memoize(() => readScopes(data.scopes, operations()));
const byName = memoize(() => new Map(scopes().map((row) => [row.scope, row])));
const byBase = memoize(() => groupBy(scopes(), (row) => row.base));
const byClassic = memoize(() => {
  const groups = groupPairs(scopes().flatMap((row) => row.classic.map((name) => [name, row] as const)));
  for (const other of data.otherClassic.split(' ')) groups.set(other, []);
  return groups;
});
const byOperation = memoize(() => new Map(operations().map((row) => [`${row.method} ${row.path}`, row])));

/** Zoom's scopes as known in the month of `version`. Not exhaustive: what is absent may still exist. */
export const catalogue: Catalogue = {
  version: data.catalogueVersion,
  gaps: GAPS,
  get scopes() {
    return scopes();
  },
  get operations() {
    return operations();
  },
  find: (scope) => byName().get(scope),
  isClassic: (scope) => byClassic().has(scope) && !byName().has(scope),
  replacing: (classic) => byClassic().get(classic) ?? [],
  atLevel: (base, level) => {
    const row = byName().get(base + levelSuffix(level));
    return row?.level === level ? row : undefined;
  },
  levelsOf: (base) => byBase().get(base) ?? [],
  categories: (managementType) => {
    const offered = scopes().filter((row) => leaveFor(row, managementType) === 'ok');
    const names = new Set(offered.map((row) => row.category));
    return [...USUAL.filter((name) => names.delete(name)), ...[...names].sort()];
  },
  operation: (method, path) => byOperation().get(`${method} ${path}`),
};
