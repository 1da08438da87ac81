import { isConfirmable } from '../../../core/scopes/verdict/check_scopes.ts';
import type { ScopeVerdict } from '../../../core/scopes/verdict/verdict_types.ts';
import { person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';

/** Confirmed scopes of this workspace, and who confirmed each. */
export type Confirmations = ReadonlyMap<string, { readonly by: string; readonly at: Date }>;

/** Goes behind the verdict about an unknown scope that was confirmed. */
export function confirmedBy(verdict: ScopeVerdict, confirmations: Confirmations): string {
  const seen = isConfirmable(verdict) ? confirmations.get(verdict.scope) : undefined;
  return seen === undefined ? '' : ` It was ${person(seen.by)}, ${moment(seen.at)}.`;
}
