import {
  type CatalogueScope,
  levelSuffix,
  type Operation,
} from '../../src/core/scopes/catalogue/catalogue_types.ts';
import type { ScopeLevel } from '../../src/core/scopes/grammar/scope_level.ts';
import type { Published, PublishedOperation } from './open_api.ts';

export type Row = Omit<CatalogueScope, 'operations'>;

export interface Knowledge {
  readonly scopes: readonly Row[];
  readonly operations: readonly Operation[];
}

export interface Merged extends Knowledge {
  /** One line for each thing that is new or different, in plain words. */
  readonly changes: readonly string[];
}

/**
 * What is known, and what the files say on top. Nothing is taken out: what is absent from a file proves nothing, so it is
 * only named. Levels of known scopes stay: the catalogue knows them better than their suffix.
 */
export function mergePublished(known: Knowledge, files: readonly Published[]): Merged {
  const rows = new Map(known.scopes.map((row) => [row.scope, row]));
  const operations = new Map(known.operations.map((row) => [nameOf(row), row]));
  const changes: string[] = [];
  for (const { product, scopes = [] } of files)
    for (const { scope, classic } of scopes) addScopes(rows, { scopes: [scope], classic }, product, changes);
  for (const { product, partial, ...operation } of operationsOf(files)) {
    addScopes(rows, operation, product, changes);
    const before = partial ? operations.get(nameOf(operation)) : undefined;
    const known = before === undefined ? [] : Object.values(before.scopes).flat();
    const all = { ...operation, scopes: [...new Set([...known, ...operation.scopes])] };
    addOperation(operations, rows, all, product, changes);
  }
  for (const file of files) {
    for (const event of file.events) {
      addScopes(rows, withoutAncestors(rows, event), file.product, changes);
      addEvent(rows, event, changes);
    }
  }
  return {
    scopes: [...rows.values()],
    operations: [...operations.values()],
    changes: [...changes, ...absent(known, files)],
  };
}

type Listed = PublishedOperation & { readonly product: string; readonly partial: boolean };

/** Zoom prints some operations twice: for accounts, and for master accounts in a file of their own. They are one. */
function operationsOf(files: readonly Published[]): readonly Listed[] {
  const listed = new Map<string, Listed>();
  for (const { product, partial = false, operations } of files)
    for (const operation of operations) {
      const before = listed.get(nameOf(operation));
      const both = (of: 'scopes' | 'classic') => [...new Set([...(before?.[of] ?? []), ...operation[of]])];
      listed.set(nameOf(operation), {
        ...operation,
        product: before?.product ?? product,
        partial: partial && before?.partial !== false,
        scopes: both('scopes'),
        classic: both('classic'),
      });
    }
  return [...listed.values()];
}

type Said = { readonly scopes: readonly string[]; readonly classic: readonly string[] };

function addScopes(rows: Map<string, Row>, said: Said, product: string, changes: string[]): void {
  for (const scope of said.scopes) {
    const level = rows.get(scope)?.level ?? levelOf(scope);
    const classic = said.classic.filter((one) => levelOf(one) === level);
    const before = rows.get(scope);
    if (before === undefined) {
      const base = scope.slice(0, scope.length - levelSuffix(level).length);
      rows.set(scope, { scope, base, level, category: categoryOf(rows, base, product), classic, events: [] });
      changes.push(`+ scope ${scope}`);
      continue;
    }
    const more = classic.filter((one) => !before.classic.includes(one));
    if (more.length === 0) continue;
    rows.set(scope, { ...before, classic: [...before.classic, ...more].sort() });
    changes.push(`~ scope ${scope}: also covered by classic ${more.join(', ')}`);
  }
}

/** Any one classic scope was enough for an event, so it tells little: what operations say of a scope counts more. */
function withoutAncestors(rows: ReadonlyMap<string, Row>, said: Said): Said {
  return { ...said, scopes: said.scopes.filter((scope) => (rows.get(scope)?.classic.length ?? 0) === 0) };
}

function addOperation(
  operations: Map<string, Operation>,
  rows: ReadonlyMap<string, Row>,
  said: Said & { readonly method: string; readonly path: string },
  product: string,
  changes: string[],
): void {
  const scopes: Record<ScopeLevel, string[]> = { user: [], admin: [], master: [], app: [], none: [] };
  for (const scope of said.scopes) scopes[rows.get(scope)?.level ?? levelOf(scope)].push(scope);
  const before = operations.get(nameOf(said));
  const next = { method: said.method, path: said.path, product: before?.product ?? product, scopes };
  const all = (operation: Operation) => Object.values(operation.scopes).flat().sort().join(', ');
  if (before === undefined) changes.push(`+ operation ${nameOf(said)}: ${all(next)}`);
  else if (all(before) !== all(next))
    changes.push(`~ operation ${nameOf(said)}: ${all(before)} -> ${all(next)}`);
  else return;
  operations.set(nameOf(said), next);
}

function addEvent(rows: Map<string, Row>, said: Said & { readonly event: string }, changes: string[]): void {
  for (const scope of said.scopes) {
    const row = rows.get(scope);
    if (row === undefined || row.events.includes(said.event)) continue;
    rows.set(scope, { ...row, events: [...row.events, said.event].sort() });
    changes.push(`~ scope ${scope}: also for the event ${said.event}`);
  }
}

/** Known operations of the files' products that no file names any more. */
function absent(known: Knowledge, all: readonly Published[]): readonly string[] {
  const files = all.filter(({ partial }) => partial !== true);
  const named = new Set(files.flatMap(({ operations }) => operations.map(nameOf)));
  const products = new Set(
    known.operations.filter((row) => named.has(nameOf(row))).map(({ product }) => product),
  );
  return known.operations
    .filter((row) => products.has(row.product) && !named.has(nameOf(row)))
    .map((row) => `? operation ${nameOf(row)} is in none of the files; kept`);
}

function levelOf(scope: string): ScopeLevel {
  if (scope.endsWith(':admin')) return 'admin';
  return scope.endsWith(':master') ? 'master' : 'user';
}

/** That of the other scopes of the service. */
function categoryOf(rows: ReadonlyMap<string, Row>, base: string, product: string): string {
  const service = base.slice(0, base.indexOf(':') + 1);
  return [...rows.values()].find((row) => row.base.startsWith(service))?.category ?? product;
}

function nameOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}
