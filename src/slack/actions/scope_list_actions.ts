import type { ManagementType } from '../../core/checks/check.ts';
import { unpackScopes } from '../../core/scopes/catalogue/packed_scopes.ts';
import { converting } from '../../core/scopes/verdict/convert_scopes.ts';
import { runInChunks } from '../../event_loop.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { person, typed } from '../blocks/text.ts';
import { errorMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import { confirmedList, MOST_SHOWN } from '../messages/lists/confirmed_list.ts';
import { convertedMessage } from '../messages/scopes/scope_converted.ts';
import { noteOf } from '../messages/text_view.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { confirmationsOf, reportFor } from '../scope_reports.ts';
import { editScopesView } from '../views/edit/edit_scopes.ts';
import { resumedView } from '../views/register/open_registration.ts';
import { chunks } from '../views/scopes/fill_scopes.ts';
import { copyScopesView, tooOldView, useScopesView } from '../views/use_scopes_view.ts';
import { stateOf, type UseScopesState } from '../views/view_metadata.ts';

/** "Use the corrected list": shows it to copy, and offers the places where it can go. */
export async function useScopes(context: HandlerContext, request: ActionRequest): Promise<void> {
  const list = listIn(request.value);
  const { workspaceId, userId } = request.person;
  const page = await context.usecases.listZoomApps({ workspaceId, words: person(userId) });
  const apps = page.lines
    .filter(({ managementType }) => managementType === list.managementType)
    .map(({ appId, name }) => ({ label: name, value: appId }));
  await request.open(useScopesView(list, apps));
}

export async function copyScopes(_context: HandlerContext, request: ActionRequest): Promise<void> {
  await request.open(copyScopesView(listIn(request.value)));
}

/** "Convert to user": in place of the answer where that can be replaced. */
export async function convertScopesTo(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { managementType, packed } = listIn(request.value);
  const scopes = unpackScopes(packed);
  if (scopes === null) return request.open(tooOldView());
  const confirmed = new Set((await confirmationsOf(context, request.person, scopes)).keys());
  const conversions = await runInChunks(converting(scopes, managementType, confirmed));
  await inPlace(request, convertedMessage(conversions, managementType));
}

/** "I have seen them in Zoom": confirmed for this workspace from now on; the list is judged again. */
export async function confirmScopesAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { managementType, packed } = listIn(request.value);
  const scopes = unpackScopes(packed);
  if (scopes === null) return request.open(tooOldView());
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.confirmScopes({ workspaceId, actor, scopes, managementType });
  if (!result.ok) return request.reply(errorMessage(result.error));
  const place = request.place.kind === 'message' ? 'message' : 'modal';
  await inPlace(request, await reportFor(context, request.person, scopes, managementType, place));
}

/** "Withdraw", in the list of confirmed scopes, which is redrawn. */
export async function withdrawScopeAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const scope = request.value;
  const result = await context.usecases.withdrawScope({ workspaceId, actor, scope });
  const said = result.ok
    ? `Withdrawn: \`${typed(scope, 200)}\` has to be confirmed again from now on.`
    : withdrawRefusals[result.error];
  const lines = await context.usecases.findConfirmedScopes({ workspaceId, words: [], limit: MOST_SHOWN + 1 });
  await inPlace(request, confirmedList(lines, said));
}

const withdrawRefusals = {
  not_found: 'That scope is not confirmed any more, so there was nothing to withdraw.',
  not_yours:
    'Only who confirmed a scope, an owner of an app that declares it, or an admin may withdraw it. Nothing was changed.',
} as const;

async function inPlace(request: ActionRequest, message: MessageView): Promise<void> {
  const { place } = request;
  if (place.kind === 'modal') return request.update(noteOf(message, 'Scopes'));
  await (place.kind === 'message' && place.ephemeral ? request.replace(message) : request.reply(message));
}

/** The registration with the list in it: in the draft that is there already, else in a new one. */
export async function registerWithScopes(context: HandlerContext, request: ActionRequest): Promise<void> {
  const list = listOf(request);
  if (list === null) return;
  const { workspaceId, userId: actor } = request.person;
  const before = await context.usecases.readDraft({ workspaceId, actor });
  const draftId = before?.id ?? context.newId();
  const answers = {
    environments: ['development' as const],
    owners: [actor],
    ...before?.answers,
    managementType: list.managementType,
    needs: [],
    pickedScopes: [],
    pastedScopes: chunks(list.scopes),
  };
  await context.usecases.saveDraft({ workspaceId, actor, draftId, answers });
  await request.update(await resumedView(context, request.person, draftId));
}

/** The scopes form of an app, with the list in place of its scopes; nothing changes before it is saved. */
export async function editWithScopes(context: HandlerContext, request: ActionRequest): Promise<void> {
  const list = listOf(request);
  const card = await context.usecases.readCard({
    workspaceId: request.person.workspaceId,
    appId: request.value,
  });
  if (list === null || card === null || card.app.archivedAt !== null) return;
  await request.update(await editScopesView(card.app, list.scopes));
}

function listOf(
  request: ActionRequest,
): { managementType: ManagementType; scopes: readonly string[] } | null {
  const state = request.place.kind === 'modal' ? stateOf(request.place.metadata) : null;
  if (state?.kind !== 'use_scopes') return null;
  const scopes = unpackScopes(state.packed);
  return scopes === null ? null : { managementType: state.managementType, scopes };
}

function listIn(value: string): Omit<UseScopesState, 'kind'> {
  const blank = value.indexOf(' ');
  const managementType = value.slice(0, blank) === 'user' ? 'user' : 'admin';
  return { managementType, packed: value.slice(blank + 1) };
}
