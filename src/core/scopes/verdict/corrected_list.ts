import { replacementOf } from './replacement.ts';
import type { ScopeReport } from './verdict_types.ts';

export interface CorrectedList {
  /** Sorted, no repeats; all of them may be declared. Each is in the list as it came, or named in the advice about one that is. */
  readonly scopes: readonly string[];
  /** Not in the catalogue, as they came or as they should be written: a person has to see them in Zoom first. */
  readonly open: readonly string[];
  /** It differs from the list as it came. */
  readonly changed: boolean;
  /** How many scopes of the input nothing can stand for. */
  readonly lost: number;
}

/** What may be declared already, and the right form of each scope that is wrong, where Zoom has exactly one. */
export function correctedList({ verdicts }: Pick<ScopeReport, 'verdicts'>): CorrectedList {
  const replacements = verdicts.filter(({ kind }) => kind !== 'duplicate').map(replacementOf);
  const named = (kind: 'use' | 'confirm') =>
    replacements.flatMap((each) => (each.kind === kind ? [each.scope] : []));
  return {
    scopes: [...new Set(named('use'))].sort(),
    open: [...new Set(named('confirm'))].sort(),
    changed: isCorrected({ verdicts }),
    lost: replacements.filter(({ kind }) => kind === 'none').length,
  };
}

/** Whether the corrected list differs from the list as it came. A mere warning changes nothing. */
export function isCorrected({ verdicts }: Pick<ScopeReport, 'verdicts'>): boolean {
  return verdicts.some(
    ({ kind, severity, written }) =>
      severity === 'error' || severity === 'confirm' || kind === 'duplicate' || written !== undefined,
  );
}
