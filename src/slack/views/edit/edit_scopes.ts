import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../../core/checks/check.ts';
import { checking } from '../../../core/scopes/verdict/check_scopes.ts';
import { converting } from '../../../core/scopes/verdict/convert_scopes.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { AppChanges } from '../../../usecases/apps/edit_zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { count, person } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { explainLeftOut } from '../../messages/scopes/left_out_scope.ts';
import { note } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { confirmationsOf } from '../../scope_reports.ts';
import { nameTakenText } from '../basics_errors.ts';
import { filled, formFor } from '../scopes/fill_scopes.ts';
import { type Judgement, judging, scopesIn } from '../scopes/judge_typed_scopes.ts';
import { confirmedOf } from '../scopes/redraw_scopes.ts';
import { scopesView } from '../scopes/scopes_view.ts';
import { refusedScopes } from '../scopes/submit_scopes.ts';
import { readTypedScopes, type ScopesTyped } from '../scopes/typed_scopes.ts';
import type { Banner } from '../view_frame.ts';
import { stateOfKind } from '../view_metadata.ts';
import type { BasicsChanges, EditScopesState } from './edit_states.ts';
import { answerRefusal, savedView } from './saved_view.ts';

const SHOWN = 5;

/** `scopes`: to begin with others than those of the app. */
export async function editScopesView(
  app: ZoomApp,
  scopes: readonly string[] = namesOf(app),
): Promise<ModalView> {
  const typed = filled(scopes, app.scopeDescription);
  const form = formFor(app.managementType, typed);
  const state: EditScopesState = { kind: 'edit_scopes', appId: app.id, version: app.version, form };
  return scopesView(state, typed, await runInChunks(judging(form, typed, confirmedOf(app.scopes))));
}

export async function needsOtherScopes(app: ZoomApp, managementType: ManagementType): Promise<boolean> {
  const confirmed = new Set(confirmedOf(app.scopes));
  return !(await runInChunks(checking(namesOf(app), managementType, confirmed))).passes;
}

/** The management type was switched: its scopes, carried over, to be saved together with it. */
export async function convertedScopesView(
  app: ZoomApp,
  version: number,
  changes: AppChanges,
): Promise<ModalView> {
  const managementType = changes.managementType ?? app.managementType;
  const confirmed = new Set(confirmedOf(app.scopes));
  const { all } = await runInChunks(converting(namesOf(app), managementType, confirmed));
  const { converted, without } = all;
  return scopesAlongside(app, version, changes, converted, {
    level: without.length === 0 ? 'info' : 'warning',
    text: `A switch to ${managementType}-managed needs other scopes. Here they are converted; Save keeps both.`,
    lines: without
      .slice(0, SHOWN * 2)
      .map((each) => `• Left out: ${asMrkdwn(explainLeftOut(each, managementType))}`),
  });
}

/** A declared scope breaks a rule by now, so it has to be corrected first; the rest is saved with it. */
export function repairedScopesView(app: ZoomApp, version: number, changes: AppChanges): Promise<ModalView> {
  return scopesAlongside(app, version, changes, namesOf(app), {
    level: 'warning',
    text: 'The scopes need a look before this can be saved. Save then keeps everything you changed.',
  });
}

async function scopesAlongside(
  app: ZoomApp,
  version: number,
  changes: AppChanges,
  scopes: readonly string[],
  banner: Banner,
): Promise<ModalView> {
  const typed = filled(scopes, app.scopeDescription);
  const form = formFor(changes.managementType ?? app.managementType, typed);
  const { owners, scopes: _scopes, confirmedScopes: _confirmed, ...rest } = changes;
  const alongside: BasicsChanges = { ...rest, ...(owners === undefined ? {} : { owners: [...owners] }) };
  const state: EditScopesState = { kind: 'edit_scopes', appId: app.id, version, form, alongside };
  const judgement = await runInChunks(judging(form, typed, confirmedOf(app.scopes)));
  return scopesView(state, typed, judgement, banner);
}

export async function submitEditScopes(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const state = stateOfKind(request.metadata, 'edit_scopes');
  const { workspaceId, userId } = request.person;
  const { appId, version, form } = state;
  const card = await context.usecases.readCard({ workspaceId, appId });
  if (card === null) return answerRefusal(context, request, appId, 'not_found');
  const typed = readTypedScopes(request.typed, form);
  const scopes = await runInChunks(scopesIn(form, typed));
  const everywhere = [...(await confirmationsOf(context, request.person, scopes)).keys()];
  const confirmed = [...everywhere, ...confirmedOf(card.app.scopes)];
  const judgement = await runInChunks(judging(form, typed, confirmed));
  const refusal = refusedScopes(state, request.typed, typed, judgement);
  if (refusal !== null) return request.answer(refusal);
  const changes: AppChanges = {
    ...definite(state.alongside ?? {}),
    scopes: judgement.report.accepted,
    confirmedScopes: judgement.confirmed,
    scopeDescription: typed.description,
  };
  const result = await context.usecases.editZoomApp({ workspaceId, actor: userId, appId, version, changes });
  if (result.ok) return request.answer({ kind: 'show', view: savedView(result.value) });
  if (result.error.code === 'name_taken' && state.alongside?.name !== undefined)
    return request.answer({ kind: 'show', view: note('Not saved', nameTakenText(state.alongside.name)) });
  if (result.error.code !== 'conflict') return answerRefusal(context, request, appId, result.error.code);
  const { current } = result.error;
  const view = sameScopes(current, judgement, typed, userId)
    ? savedView(current)
    : await conflictView(state, current, typed, judgement);
  await request.answer({ kind: 'show', view });
}

/** A slow first try that did arrive looks like a conflict with oneself. */
function sameScopes(current: ZoomApp, judgement: Judgement, typed: ScopesTyped, userId: string): boolean {
  const { added, removed } = difference(namesOf(current), judgement.report.accepted);
  return (
    current.updatedBy === userId &&
    current.managementType === judgement.report.managementType &&
    current.scopeDescription === typed.description &&
    added.length + removed.length === 0
  );
}

async function conflictView(
  state: EditScopesState,
  current: ZoomApp,
  typed: ScopesTyped,
  mine: Judgement,
): Promise<ModalView> {
  const { added, removed } = difference(namesOf(current), mine.report.accepted);
  const lines = [
    `${person(current.updatedBy)} saved it in the meantime, with ${count(current.scopes.length, 'scope')}.`,
    ...(removed.length === 0 ? [] : [`Saved now and not in your list: ${shown(removed)}.`]),
    ...(added.length === 0 ? [] : [`Only in your list: ${shown(added)}.`]),
  ];
  // The other editor may have switched the management type; the list is judged for the present one.
  const managementType = state.alongside?.managementType ?? current.managementType;
  const form = { ...state.form, managementType };
  const judgement = await runInChunks(judging(form, typed, mine.confirmed));
  return scopesView({ ...state, form, version: current.version }, typed, judgement, {
    level: 'warning',
    text: 'Somebody changed this app while you were editing. Your input is kept below. Save again to replace it.',
    lines,
  });
}

function shown(scopes: readonly string[]): string {
  const first = scopes.slice(0, SHOWN).map((scope) => `\`${scope}\``);
  const more = scopes.length - first.length;
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function difference(before: readonly string[], after: readonly string[]) {
  return {
    added: without(after, new Set(before)),
    removed: without(before, new Set(after)),
  };
}

function without(scopes: readonly string[], others: ReadonlySet<string>): string[] {
  return scopes.filter((scope) => !others.has(scope));
}

function namesOf(app: ZoomApp): string[] {
  return app.scopes.map(({ scope }) => scope);
}

function definite({ name, managementType, owners, purpose, channelId }: BasicsChanges): AppChanges {
  return {
    ...(name === undefined ? {} : { name }),
    ...(managementType === undefined ? {} : { managementType }),
    ...(owners === undefined ? {} : { owners }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(channelId === undefined ? {} : { channelId }),
  };
}
