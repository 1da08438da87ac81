import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { context } from '../../blocks/layout.ts';
import type { EditScopesState } from '../edit/edit_states.ts';
import type { RegisterState } from '../register/register_states.ts';
import type { ScopesForm } from '../scopes_form.ts';
import { type Banner, backButton, modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import type { Judgement } from './judge_typed_scopes.ts';
import { scopesBlocks, typeWords } from './scopes_blocks.ts';
import type { ScopesTyped } from './typed_scopes.ts';
import { verdictBanner } from './verdict_banner.ts';

/** A modal with the scopes form in it: a step of the registration, or an edit. */
export type ScopesState = (RegisterState & { form: ScopesForm }) | EditScopesState;

/** Without a banner it shows the verdict of the list. */
export function scopesView(
  state: ScopesState,
  typed: ScopesTyped,
  judgement: Judgement,
  banner: Banner | null = verdictBanner(judgement),
): ModalView {
  const blocks = scopesBlocks(state.form, typed, banner, judgement);
  const type = typeWords(state.form.managementType);
  if (state.kind === 'edit_scopes') {
    return modal({ callbackId: callbackIds.editScopes, title: 'Edit scopes', submit: 'Save', state }, [
      context(`For ${/^[aeiou]/.test(type) ? 'an' : 'a'} *${type}* app.`),
      ...blocks,
    ]);
  }
  const frame = {
    callbackId: callbackIds.registerScopes,
    title: 'Register a Zoom app',
    submit: 'Next',
    state,
    notifyOnClose: true,
  };
  return modal(frame, [
    stepLine(3, `the scopes, for *${type}* apps. At least one, chosen or pasted.`),
    ...blocks,
    backButton(),
  ]);
}

export function stepLine(step: number, what: string): KnownBlock {
  return context(`Step ${step} of 4: ${what}`);
}
