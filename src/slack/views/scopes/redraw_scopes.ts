import { runInChunks } from '../../../event_loop.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest, OpenModal, Person } from '../../requests/requests.ts';
import { confirmationsOf } from '../../scope_reports.ts';
import type { ScopesForm } from '../scopes_form.ts';
import type { Banner } from '../view_frame.ts';
import { stateOf } from '../view_metadata.ts';
import { filled, fitsForm, formFor } from './fill_scopes.ts';
import { type Judgement, judging, scopesIn } from './judge_typed_scopes.ts';
import { type ScopesState, scopesView } from './scopes_view.ts';
import { holdsSecret, nextRound, readTypedScopes, type ScopesTyped } from './typed_scopes.ts';
import { secretSeen, verdictBanner } from './verdict_banner.ts';

/** How the form is drawn next. */
export interface Drawn {
  readonly form: ScopesForm;
  readonly typed: ScopesTyped;
  readonly banner?: Banner;
}

/** What is known beside the form. */
export interface Known {
  /** Unknown scopes confirmed earlier: in this draft or app, or for another app of the workspace. */
  readonly confirmed: readonly string[];
  readonly purpose: string;
}

/** The input of the form, with its judgement. */
export type Now = Drawn & Known & { readonly judgement: Judgement };

/** Redraws the form with changed input, and a banner near the button. */
export async function redrawScopes(
  context: HandlerContext,
  request: ActionRequest,
  change: (now: Now) => Drawn,
  place?: Banner['place'],
): Promise<void> {
  const view = await drawn(context, request, change, place);
  if (view !== null) await request.update(view);
}

/** The form as it is to be drawn; null where there is none. */
export async function drawn(
  context: HandlerContext,
  request: ActionRequest,
  change: (now: Now) => Drawn,
  place?: Banner['place'],
): Promise<ModalView | null> {
  if (request.place.kind !== 'modal') return null;
  const state = scopesStateOf(request.place.metadata);
  if (state === null) return null;
  const typed = readTypedScopes(request.place.typed, state.form);
  const scopes = await runInChunks(scopesIn(state.form, typed));
  const confirmations = await confirmationsOf(context, request.person, scopes);
  const known = await knownFor(context, request.person, state, [...confirmations.keys()]);
  const before = await runInChunks(judging(state.form, typed, known.confirmed));
  const next = change({ form: state.form, typed, ...known, judgement: before });
  const isSame = next.form === state.form && next.typed === typed;
  const judgement = isSame ? before : await runInChunks(judging(next.form, next.typed, known.confirmed));
  const banner = holdsSecret(typed) ? secretSeen : (next.banner ?? verdictBanner(judgement, confirmations));
  const placed = banner === null || place === undefined ? banner : { ...banner, place };
  return scopesView({ ...state, form: next.form }, next.typed, judgement, placed);
}

/** The form with this list in place of its fields; unchanged, with a warning, when the list is too long for a form. */
export function refilled(
  { form, typed }: Pick<Drawn, 'form' | 'typed'>,
  scopes: readonly string[],
  banner: Banner,
): Drawn {
  const next = filled(scopes, typed.description);
  if (!fitsForm(next)) return { form, typed, banner: tooLong };
  return { form: formFor(form.managementType, next, nextRound(form), form.category), typed: next, banner };
}

const tooLong: Banner = {
  level: 'warning',
  text: 'Nothing was changed: the new list would be too long for this form. Remove scopes that the app does not need.',
};

/** For the buttons below the fields. */
export const redrawAtButtons = (
  context: HandlerContext,
  request: ActionRequest,
  change: (now: Now) => Drawn,
): Promise<void> => redrawScopes(context, request, change, 'below_fields');

function scopesStateOf(metadata: OpenModal['metadata']): ScopesState | null {
  const state = stateOf(metadata);
  if (state?.kind === 'edit_scopes') return state;
  return state?.kind === 'register' && state.form !== undefined ? { ...state, form: state.form } : null;
}

async function knownFor(
  context: HandlerContext,
  { workspaceId, userId }: Person,
  state: ScopesState,
  everywhere: readonly string[],
): Promise<Known> {
  if (state.kind === 'register') {
    const draft = await context.usecases.readDraft({ workspaceId, actor: userId });
    const { confirmedScopes = [], purpose = '' } = draft?.answers ?? {};
    return { confirmed: [...everywhere, ...confirmedScopes], purpose };
  }
  const card = await context.usecases.readCard({ workspaceId, appId: state.appId });
  const purpose = state.alongside?.purpose ?? card?.app.purpose ?? '';
  return { confirmed: [...everywhere, ...confirmedOf(card?.app.scopes ?? [])], purpose };
}

export function confirmedOf(
  scopes: readonly { readonly scope: string; readonly confirmedBy: string | null }[],
): string[] {
  return scopes.flatMap(({ scope, confirmedBy }) => (confirmedBy === null ? [] : [scope]));
}
