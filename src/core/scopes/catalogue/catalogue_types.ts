import type { ManagementType, ScopeLevel } from '../grammar/scope_level.ts';

/** One REST operation. Paths are relative to `https://api.zoom.us/v2` (SCIM2: to the host). */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly product: string;
  /** Scopes that open it. Two at one level: Zoom does not say whether one is enough, so show both. */
  readonly scopes: Readonly<Record<ScopeLevel, readonly string[]>>;
}

export interface CatalogueScope {
  readonly scope: string;
  /** The scope without `:admin` or `:master`. */
  readonly base: string;
  readonly level: ScopeLevel;
  readonly category: string;
  /** Classic scopes that covered it. */
  readonly classic: readonly string[];
  /** `METHOD /path` */
  readonly operations: readonly string[];
  readonly events: readonly string[];
  /** Set where the scope needs care: an oddity of Zoom's, a scope for media or tools. */
  readonly note?: string;
}

export interface Catalogue {
  /** Month of the newest source, `YYYY-MM`. */
  readonly version: string;
  /** Products of which it knows less than of others. */
  readonly gaps: readonly string[];
  readonly scopes: readonly CatalogueScope[];
  readonly operations: readonly Operation[];
  find(scope: string): CatalogueScope | undefined;
  /** An exact, known classic scope. The two strings that are both classic and granular are not. */
  isClassic(scope: string): boolean;
  /** Scopes that a classic scope was split into, at any level. */
  replacing(classic: string): readonly CatalogueScope[];
  /** The row of this base at a level, if Zoom has it. */
  atLevel(base: string, level: ScopeLevel): CatalogueScope | undefined;
  /** All rows of a base. */
  levelsOf(base: string): readonly CatalogueScope[];
  /** Categories with a scope that may be declared for this management type: the usual ones first, then by name. */
  categories(managementType: ManagementType): readonly string[];
  operation(method: string, path: string): Operation | undefined;
}

/** What a scope of this level ends in. */
export function levelSuffix(level: ScopeLevel): string {
  return level === 'admin' || level === 'master' ? `:${level}` : '';
}
