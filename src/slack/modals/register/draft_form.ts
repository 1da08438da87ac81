import type { DraftAnswers } from '../../../core/zoom_app.ts';
import { formFor } from '../scopes/fill.ts';
import type { ScopesTyped } from '../scopes/typed.ts';
import type { ScopesForm } from '../state.ts';

/** The scopes form as a draft remembers it. */
export function draftForm(answers: DraftAnswers): { form: ScopesForm; typed: ScopesTyped } {
  const typed: ScopesTyped = {
    picked: answers.pickedScopes ?? [],
    pasted: answers.pastedScopes ?? [],
    description: answers.scopeDescription ?? '',
    confirmedMark: null,
  };
  return { form: formFor(answers.managementType ?? 'admin', typed), typed };
}
