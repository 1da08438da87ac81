import type { DraftAnswers } from '../../../core/apps/zoom_app.ts';
import { formFor } from '../scopes/fill_scopes.ts';
import type { ScopesTyped } from '../scopes/typed_scopes.ts';
import type { ScopesForm } from '../scopes_form.ts';

/** The scopes form as saved in a draft. */
export function draftForm(answers: DraftAnswers): { form: ScopesForm; typed: ScopesTyped } {
  const typed: ScopesTyped = {
    picked: answers.pickedScopes ?? [],
    pasted: answers.pastedScopes ?? [],
    description: answers.scopeDescription ?? '',
    confirmedMark: null,
  };
  return { form: formFor(answers.managementType ?? 'admin', typed), typed };
}
