import { markOf } from '../../../ids.ts';
import { MOST_AT_ONCE } from '../../../usecases/scopes/confirmed_scopes.ts';
import { tooManyConfirmed } from '../../messages/error_texts.ts';
import type { SubmitAnswer, TypedByBlock } from '../../requests/requests.ts';
import type { Judgement } from './judge_typed_scopes.ts';
import { mayBeCut } from './judge_typed_scopes.ts';
import { type ScopesState, scopesView } from './scopes_view.ts';
import { MOST_PASTE_FIELDS, type ScopesTyped, scopeBlocks } from './typed_scopes.ts';

/** Why the list cannot be taken as it is, as the answer to the submitted form; null when it can. */
export function refusedScopes(
  state: ScopesState,
  fields: TypedByBlock,
  typed: ScopesTyped,
  judgement: Judgement,
): SubmitAnswer | null {
  const { form } = state;
  if (mayBeCut(typed) && form.fields < MOST_PASTE_FIELDS) {
    return {
      kind: 'show',
      view: scopesView({ ...state, form: { ...form, fields: form.fields + 1 } }, typed, judgement, {
        level: 'warning',
        text: 'The pasted list fills its field to the last character and may have been cut. Paste the rest into the new field below.',
      }),
    };
  }
  if (Object.keys(judgement.errors).length > 0) return { kind: 'errors', errors: judgement.errors };
  if (judgement.unknown.length === 0) return null;
  if (judgement.ticked && judgement.unknown.length <= MOST_AT_ONCE) return null;
  const block = scopeBlocks.confirm(markOf(judgement.unknown));
  if (fields[block] === undefined) return { kind: 'show', view: scopesView(state, typed, judgement) };
  if (judgement.ticked) return { kind: 'errors', errors: { [block]: tooManyConfirmed } };
  const error = 'Tick this if you have seen them in Zoom; if not, correct or remove them above.';
  return { kind: 'errors', errors: { [block]: error } };
}
