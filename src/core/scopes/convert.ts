import type { ManagementType } from './level.ts';

export type WithoutReason =
  | 'other_type_only'
  | 'master_only'
  | 'app_owned'
  | 'special'
  | 'classic_unmapped'
  | 'unknown'
  | 'malformed';
export interface Conversion {
  /** Scopes for the new management type; sorted, no repeats. All of them pass `checkScopes`. */
  readonly converted: readonly string[];
  /** One entry a pair; a classic scope has one for each granular scope that replaces it. */
  readonly changed: readonly { readonly from: string; readonly to: string }[];
  /** Scopes that have no counterpart, and so are left out of `converted`. */
  readonly without: readonly { readonly scope: string; readonly why: WithoutReason }[];
}

/** Carries a list over to a management type: user <-> admin, and classic -> granular. */
export function convertAll(scopes: readonly string[], to: ManagementType): Conversion {
  void scopes;
  void to;
  return { converted: [], changed: [], without: [] };
}
