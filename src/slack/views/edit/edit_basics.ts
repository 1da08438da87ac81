import type { Environment, ZoomApp } from '../../../core/apps/zoom_app.ts';
import { markOf } from '../../../ids.ts';
import type { AppChanges } from '../../../usecases/apps/edit_zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { actions, sections } from '../../blocks/layout.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { forgetButtons } from '../../messages/secrets/forget_secret.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { basicsErrors, nameTakenText, noOwnerText } from '../basics_errors.ts';
import { type Basics, basicsFields, blockOf, readBasics } from '../basics_fields.ts';
import { alert, type Banner, modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { type Editable, editable, isSaved, mergedAfterConflict, touched } from './edit_conflict.ts';
import { convertedScopesView, needsOtherScopes, repairedScopesView } from './edit_scopes.ts';
import type { EditBasicsState } from './edit_states.ts';
import { answerRefusal, savedView } from './saved_view.ts';

const asked = ['name', 'managementType', 'owners', 'channel', 'purpose'] as const;

/** `environments`: whose stored secrets can be forgotten there too. */
export function editBasicsView(app: ZoomApp, environments: readonly Environment[] = []): ModalView {
  const form = view(stateFor(app, 0), editable(app), null);
  return { ...form, blocks: [...form.blocks, ...actions(forgetButtons(environments))] };
}

function view(state: EditBasicsState, shown: Editable, banner: Banner | null): ModalView {
  const basics: Basics = { ...shown, environments: [] };
  return modal({ callbackId: callbackIds.editBasics, title: 'Edit a Zoom app', submit: 'Save', state }, [
    ...(banner === null ? [] : [alert(banner), ...sections(banner.lines ?? [])]),
    ...basicsFields(basics, state.round, asked),
  ]);
}

function stateFor(app: ZoomApp, round: number): EditBasicsState {
  const { name, managementType, owners, purpose, channelId } = editable(app);
  const marks = {
    name: markOf(name),
    managementType: markOf(managementType),
    owners: markOf(owners),
    purpose: markOf(purpose),
    channelId: markOf(channelId),
  };
  return { kind: 'edit_basics', appId: app.id, version: app.version, round, marks };
}

/** Saves only what the person has changed; the second of two editors is shown the conflict, and loses nothing. */
export async function submitEditBasics(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const state = stateOfKind(request.metadata, 'edit_basics');
  const basics = readBasics(request.typed, state.round);
  const errors = basicsErrors(basics, state.round, asked);
  const nameBlock = blockOf('name', state.round);
  if (errors[nameBlock] === undefined) {
    const { workspaceId } = request.person;
    const namesake = await context.usecases.nameTaken({
      workspaceId,
      name: basics.name,
      exceptAppId: state.appId,
    });
    if (namesake !== null) errors[nameBlock] = nameTakenText(namesake.name);
  }
  const ownersBlock = blockOf('owners', state.round);
  if (errors[ownersBlock] === undefined) {
    const { workspaceId, userId: actor } = request.person;
    const { appId } = state;
    const refusedOwners = await context.usecases.newOwnersRefused({
      workspaceId,
      actor,
      appId,
      owners: basics.owners,
    });
    if (refusedOwners.length > 0) errors[ownersBlock] = noOwnerText(refusedOwners);
  }
  if (Object.keys(errors).length > 0 || basics.managementType === null || basics.channelId === null)
    return request.answer({ kind: 'errors', errors });
  const mine: Editable = { ...basics, managementType: basics.managementType, channelId: basics.channelId };
  const changes = touched(mine, state.marks);
  if (Object.keys(changes).length === 0) return request.answer({ kind: 'close' });
  await save(context, request, state, mine, changes);
}

async function save(
  context: HandlerContext,
  request: SubmitRequest,
  state: EditBasicsState,
  mine: Editable,
  changes: AppChanges,
): Promise<void> {
  const { workspaceId, userId } = request.person;
  const { appId, version } = state;
  const readApp = async () => (await context.usecases.readCard({ workspaceId, appId }))?.app ?? null;
  if (changes.managementType !== undefined) {
    const app = await readApp();
    if (app !== null && (await needsOtherScopes(app, changes.managementType)))
      return request.answer({ kind: 'show', view: await convertedScopesView(app, version, changes) });
  }
  const result = await context.usecases.editZoomApp({ workspaceId, actor: userId, appId, version, changes });
  if (result.ok) return request.answer({ kind: 'show', view: savedView(result.value) });
  const { error } = result;
  if (error.code === 'name_taken')
    return request.answer({
      kind: 'errors',
      errors: { [blockOf('name', state.round)]: nameTakenText(mine.name) },
    });
  const app = error.code === 'scopes_blocking' ? await readApp() : null;
  if (app !== null)
    return request.answer({ kind: 'show', view: await repairedScopesView(app, version, changes) });
  if (error.code !== 'conflict') return answerRefusal(context, request, appId, error.code);
  const { current } = error;
  if (isSaved(current, userId, changes)) return request.answer({ kind: 'show', view: savedView(current) });
  const merged = mergedAfterConflict(mine, current, state.marks);
  await request.answer({
    kind: 'show',
    view: view(stateFor(current, state.round + 1), merged.shown, merged.banner),
  });
}
