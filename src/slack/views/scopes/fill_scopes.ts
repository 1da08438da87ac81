import type { ManagementType } from '../../../core/checks/check.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { limits } from '../../blocks/limits.ts';
import { LONGEST_TEXT } from '../inputs.ts';
import { MOST_FIELDS, type ScopesForm } from '../scopes_form.ts';
import type { ScopesTyped } from './typed_scopes.ts';

/** Most scopes that are shown as picked options; more are easier to handle as text. */
const MOST_PICKED = 50;

/** A list as the form shows it: listed scopes as picked options while they are few, the rest as text. */
export function filled(scopes: readonly string[], description = ''): ScopesTyped {
  const known = scopes.filter(
    (scope) => catalogue.find(scope) !== undefined && scope.length <= limits.option.value,
  );
  const picked = known.length <= MOST_PICKED ? known : [];
  const rest = scopes.filter((scope) => !picked.includes(scope));
  return { picked, pasted: chunks(rest), description, confirmedMark: null };
}

/** Texts of one scope per line, each short enough for one field. */
export function chunks(scopes: readonly string[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const scope of scopes) {
    const longer = text === '' ? scope : `${text}\n${scope}`;
    if (longer.length > LONGEST_TEXT) {
      texts.push(text);
      text = scope;
    } else {
      text = longer;
    }
  }
  return text === '' ? texts : [...texts, text];
}

/** Can a form show this? One with more fields could not be read when it is submitted. */
export function fitsForm({ pasted }: ScopesTyped): boolean {
  return pasted.length <= MOST_FIELDS;
}

/** A form with room for all that is typed, which must fit, and one empty field if there is none. */
export function formFor(
  managementType: ManagementType,
  typed: ScopesTyped,
  round = 0,
  category?: string,
): ScopesForm {
  if (!fitsForm(typed)) throw new Error(`a scopes form of ${typed.pasted.length} fields`);
  return {
    managementType,
    fields: Math.max(1, typed.pasted.length),
    round,
    ...(category === undefined ? {} : { category }),
  };
}
