import { judgeScope } from './judge_scope.ts';
import type { MalformedVerdict, ScopeVerdict } from './verdict_types.ts';

/**
 * What stands in a corrected list in place of the scope that a verdict is about. `use`: may be declared as it is.
 * `confirm`: not in the catalogue, so a person has to see it in Zoom first. `none`: only a person can tell; a guess is no
 * replacement, nor are the many granular scopes that a classic one was split into.
 */
export type Replacement =
  | { readonly kind: 'use' | 'confirm'; readonly scope: string }
  | { readonly kind: 'none' };

const NONE: Replacement = { kind: 'none' };

/** The one source of what the advice names and what the corrected list holds. */
export function replacementOf(verdict: ScopeVerdict): Replacement {
  if (verdict.kind !== 'malformed') return replacementOfWhole(verdict);
  const read = asSuggested(verdict);
  return read === undefined || read.kind === 'malformed' ? NONE : replacementOfWhole(read);
}

/** How a malformed scope would be judged if it were written as suggested. */
export function asSuggested({
  suggestion,
  guessed,
  managementType,
}: MalformedVerdict): ScopeVerdict | undefined {
  if (suggestion === undefined || guessed) return undefined;
  return judgeScope(suggestion, managementType, new Set());
}

function replacementOfWhole(verdict: Exclude<ScopeVerdict, MalformedVerdict>): Replacement {
  if (verdict.severity === 'confirm') return { kind: 'confirm', scope: verdict.scope };
  if (verdict.severity !== 'error') return { kind: 'use', scope: verdict.scope };
  return 'right' in verdict && verdict.right !== undefined ? { kind: 'use', scope: verdict.right } : NONE;
}
