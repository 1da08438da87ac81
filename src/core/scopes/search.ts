import type { CatalogueScope } from './catalogue.ts';
import type { ManagementType } from './level.ts';

export interface SearchOptions {
  readonly category?: string;
  /** Default 100: the most that Slack's external select shows. */
  readonly limit?: number;
}

/** Type-ahead: scopes that may be declared for this management type, best match first. */
export function searchScopes(
  query: string,
  managementType: ManagementType,
  options: SearchOptions = {},
): readonly CatalogueScope[] {
  void query;
  void managementType;
  void options;
  return [];
}

export interface CategoryGroup {
  readonly category: string;
  readonly scopes: readonly CatalogueScope[];
}

/** Groups in the order in which their first scope was found. */
export function groupByCategory(scopes: readonly CatalogueScope[]): readonly CategoryGroup[] {
  void scopes;
  return [];
}
