import type { ScopeVerdict } from '../../core/scopes/verdict.ts';
import { person } from '../blocks/text.ts';
import { moment } from '../blocks/time.ts';

/** Unknown scopes that somebody of this workspace has seen in Zoom, and who it was. */
export type Confirmations = ReadonlyMap<string, { readonly by: string; readonly at: Date }>;

/** Goes behind the verdict about an unknown scope that was confirmed. */
export function confirmedBy({ kind, scope }: ScopeVerdict, confirmations: Confirmations): string {
  const seen = kind === 'unknown' ? confirmations.get(scope) : undefined;
  return seen === undefined ? '' : ` It was ${person(seen.by)}, ${moment(seen.at)}.`;
}
