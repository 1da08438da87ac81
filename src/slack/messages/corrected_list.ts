import type { ManagementType } from '../../core/readiness/checks.ts';
import { convertAll } from '../../core/scopes/convert.ts';
import type { ScopeReport, ScopeVerdict } from '../../core/scopes/verdict.ts';

export interface CorrectedList {
  /** Sorted, no repeats; all of them may be declared. */
  readonly scopes: readonly string[];
  /** It differs from the list as it came. */
  readonly changed: boolean;
  /** How many scopes of the input found no place in it. */
  readonly without: number;
}

/** What may be declared already, and the right form of each scope that is wrong, where Zoom has one. */
export function correctedList(report: ScopeReport, managementType: ManagementType): CorrectedList {
  const meant = report.blocking.flatMap((verdict) => meantBy(verdict) ?? []);
  const mended = convertAll(meant, managementType);
  const scopes = [...new Set([...report.accepted, ...mended.converted])].sort();
  const lost = report.blocking.length - meant.length + mended.without.length;
  return {
    scopes,
    // A mere warning changes nothing.
    changed: report.verdicts.some(
      ({ kind, severity, written }) =>
        severity === 'error' || severity === 'confirm' || kind === 'duplicate' || written !== undefined,
    ),
    without: lost + report.toConfirm.length,
  };
}

/** The scope that a verdict is about, where there is one. */
function meantBy(verdict: ScopeVerdict): string | undefined {
  return verdict.kind === 'malformed' ? verdict.suggestion : verdict.scope;
}
