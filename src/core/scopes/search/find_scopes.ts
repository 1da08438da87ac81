import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueScope, Operation } from '../catalogue/catalogue_types.ts';
import { detailsOf, type ScopeDetails } from '../catalogue/scope_details.ts';
import { tidy } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { findOperations } from './find_operations.ts';
import { searchScopes } from './search_scopes.ts';
import { nearestScope } from './suggest_scope.ts';

export type FoundScopes =
  /** One scope was meant. `asked`: as it was typed, when that is not how Zoom writes it. */
  | { readonly kind: 'scope'; readonly details: ScopeDetails; readonly asked?: string }
  | { readonly kind: 'classic'; readonly scope: string; readonly details: readonly ScopeDetails[] }
  | { readonly kind: 'event'; readonly event: string; readonly details: readonly ScopeDetails[] }
  | { readonly kind: 'operations'; readonly operations: readonly Operation[]; readonly more: boolean }
  /** Best match first; `more`: there are others. */
  | { readonly kind: 'scopes'; readonly details: readonly ScopeDetails[]; readonly more: boolean }
  | { readonly kind: 'nothing' };

export interface FindOptions {
  /** Only what may be declared for this management type. Default: everything Zoom has. */
  readonly managementType?: ManagementType;
  readonly limit?: number;
}

/** In UTF-16 units; no scope and no path of Zoom's is half as long. */
const LONGEST_QUERY = 400;

/**
 * What a person means by a scope, a classic scope, an event, `METHOD /path`, or words. In memory; a query costs about a
 * millisecond.
 */
export function findScopes(query: string, { managementType, limit = 20 }: FindOptions = {}): FoundScopes {
  const wanted = tidy(query.slice(0, LONGEST_QUERY));
  const lower = wanted.toLowerCase();
  if (lower === '') return { kind: 'nothing' };
  return (
    exactScope(lower) ??
    classicScope(lower) ??
    byOperation(wanted, limit) ??
    byEvent(lower) ??
    byWords(lower, managementType, limit) ??
    misspelt(lower) ?? { kind: 'nothing' }
  );
}

function exactScope(scope: string): FoundScopes | undefined {
  const row = catalogue.find(scope);
  const details = detailsOf(row?.base ?? scope);
  return details === undefined ? undefined : { kind: 'scope', details };
}

function classicScope(scope: string): FoundScopes | undefined {
  if (!catalogue.isClassic(scope)) return undefined;
  return { kind: 'classic', scope, details: detailsOfRows(catalogue.replacing(scope)) };
}

function byOperation(query: string, limit: number): FoundScopes | undefined {
  if (!query.includes('/')) return undefined;
  const found = findOperations(query, limit + 1);
  if (found.length === 0) return undefined;
  return { kind: 'operations', operations: found.slice(0, limit), more: found.length > limit };
}

function byEvent(event: string): FoundScopes | undefined {
  if (!/^[a-z_]+\.[a-z_.]+$/.test(event)) return undefined;
  const rows = catalogue.scopes.filter((row) => row.events.includes(event));
  return rows.length === 0 ? undefined : { kind: 'event', event, details: detailsOfRows(rows) };
}

function byWords(
  query: string,
  managementType: ManagementType | undefined,
  limit: number,
): FoundScopes | undefined {
  if (!/[a-z0-9]/.test(query)) return undefined;
  const rows = searchScopes(query, managementType ?? 'any', { limit: catalogue.scopes.length });
  const bases = [...new Set(rows.map((row) => row.base))];
  if (bases.length === 0) return undefined;
  return { kind: 'scopes', details: detailsAbout(bases.slice(0, limit)), more: bases.length > limit };
}

/** Written like a scope, and near to one. */
function misspelt(query: string): FoundScopes | undefined {
  const near = nearestScope(query, 'admin') ?? nearestScope(query, 'user');
  const base = near === undefined ? undefined : catalogue.find(near)?.base;
  const details = base === undefined ? undefined : detailsOf(base);
  return details === undefined ? undefined : { kind: 'scope', details, asked: query };
}

/** In the order of the rows, one for each base. */
function detailsOfRows(rows: readonly CatalogueScope[]): readonly ScopeDetails[] {
  return detailsAbout([...new Set(rows.map((row) => row.base))]);
}

function detailsAbout(bases: readonly string[]): readonly ScopeDetails[] {
  return bases.flatMap((base) => detailsOf(base) ?? []);
}
