import type { DeclaredScope, ZoomApp } from '../../../core/apps/zoom_app.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { actOf, reachOf } from '../../../core/scopes/catalogue/scope_details.ts';
import { actionIn } from '../../../core/scopes/plan/needs.ts';
import type { Planned } from '../../../usecases/scopes/plan_app_scopes.ts';
import { person } from '../../blocks/text.ts';
import { actWords, reachWords } from '../scopes/scope_details_blocks.ts';
import { plainWords } from './plain_words.ts';
import { type ReportRow, rowOf } from './report_row.ts';

/** A declared scope with what it allows and why it was chosen, in plain text. */
export interface ReportScope {
  readonly scope: string;
  readonly risk: string;
  readonly reason: string;
  readonly evidence: string;
}

/** Reasons of one scope; a need may be met by many scopes, and a scope meet many. */
const mostReasons = 20;

export function reportScopes(app: ZoomApp, planned: Planned): ReportScope[] {
  const rows = new Map((planned.comparison?.rows ?? []).map((row) => [row.scope, row] as const));
  return app.scopes.map((declared) => ({
    scope: declared.scope,
    risk: riskOf(declared.scope),
    reason: reasonOf(rows.get(declared.scope)?.reasons ?? [], planned),
    evidence: evidenceOf(declared),
  }));
}

/** What it does, and to whose data, as the scope tool says it. */
function riskOf(scope: string): string {
  const known = catalogue.find(scope);
  if (known === undefined) return 'not known: the catalogue does not have it';
  return plainWords(`${actWords[actOf(scope)]} ${reachWords[reachOf(known.level)]}`);
}

function reasonOf(reasons: readonly string[], { needs }: Planned): string {
  if (needs.length === 0) return 'reason not stored';
  if (reasons.length === 0) return 'no stored need requires it';
  const shown = reasons.slice(0, mostReasons).map((reason) => actionIn(reason) ?? reason);
  const more = reasons.length - shown.length;
  return `for ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function evidenceOf({ scope, confirmedBy }: DeclaredScope): string {
  if (confirmedBy !== null) return `said by ${plainWords(person(confirmedBy))} to be offered by Zoom`;
  return catalogue.find(scope) === undefined ? 'not verified' : "in Zoom's catalogue";
}

/** The declared scopes, and those that are required and not declared. */
export function scopeRows(app: ZoomApp, planned: Planned): ReportRow[] {
  const declared = reportScopes(app, planned).map(({ scope, risk, reason, evidence }) =>
    rowOf('Declared scopes', { item: scope, status: risk, evidence, detail: reason }),
  );
  const missing = (planned.comparison?.missing ?? []).map(({ scope, reasons }) =>
    rowOf('Required and not declared', {
      item: scope,
      status: riskOf(scope),
      detail: reasonOf(reasons, planned),
    }),
  );
  return [...declared, ...missing];
}
