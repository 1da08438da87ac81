import type { DeclaredScope, DraftAnswers } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { parsingEach } from '../../core/scopes/parse/parse_paste.ts';
import { meantFor } from '../../core/scopes/verdict/alternative_scopes.ts';
import { checking } from '../../core/scopes/verdict/check_scopes.ts';
import type { ScopeReport } from '../../core/scopes/verdict/verdict_types.ts';
import { runInChunks } from '../../event_loop.ts';

/** Every scope of a draft: what was picked, then what was pasted. */
export async function draftScopes(
  answers: Pick<DraftAnswers, 'pickedScopes' | 'pastedScopes'>,
  managementType: ManagementType,
): Promise<readonly string[]> {
  const scopes = new Set(answers.pickedScopes ?? []);
  for (const { found } of await runInChunks(parsingEach(answers.pastedScopes ?? [])))
    for (const { normalised } of meantFor(found, managementType)) scopes.add(normalised);
  return [...scopes];
}

/** The scopes as they may be declared; an `Err` while one of them breaks a rule or is not confirmed. */
export async function declare(
  scopes: readonly string[],
  managementType: ManagementType,
  confirmation: { readonly confirmed: readonly string[]; readonly by: string },
): Promise<Result<readonly DeclaredScope[], ScopeReport>> {
  const confirmed = new Set(confirmation.confirmed);
  const report = await runInChunks(checking(scopes, managementType, confirmed));
  if (!report.passes) return Err(report);
  return Ok(
    report.accepted.map((scope) => ({ scope, confirmedBy: confirmed.has(scope) ? confirmation.by : null })),
  );
}
