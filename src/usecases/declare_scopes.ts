import type { ManagementType } from '../core/readiness/checks.ts';
import { Err, Ok, type Result } from '../core/result.ts';
import { meantFor } from '../core/scopes/alternatives.ts';
import { parsePaste } from '../core/scopes/grammar.ts';
import { checkScopes, type ScopeReport } from '../core/scopes/verdict.ts';
import type { DeclaredScope, DraftAnswers } from '../core/zoom_app.ts';

/** Every scope of a draft: what was picked, then what was pasted. */
export function draftScopes(
  answers: Pick<DraftAnswers, 'pickedScopes' | 'pastedScopes'>,
  managementType: ManagementType,
): readonly string[] {
  const pasted = (answers.pastedScopes ?? []).flatMap((text) =>
    meantFor(parsePaste(text).found, managementType).map((found) => found.normalised),
  );
  return [...new Set([...(answers.pickedScopes ?? []), ...pasted])];
}

/** The scopes as they may be declared; refused as long as one of them breaks a rule or waits to be confirmed. */
export function declare(
  scopes: readonly string[],
  managementType: ManagementType,
  confirmation: { readonly confirmed: readonly string[]; readonly by: string },
): Result<readonly DeclaredScope[], ScopeReport> {
  const confirmed = new Set(confirmation.confirmed);
  const report = checkScopes(scopes, managementType, confirmed);
  if (!report.passes) return Err(report);
  return Ok(
    report.accepted.map((scope) => ({ scope, confirmedBy: confirmed.has(scope) ? confirmation.by : null })),
  );
}
