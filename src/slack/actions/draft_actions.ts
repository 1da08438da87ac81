import type { HandlerContext } from '../handler_context.ts';
import { publishHome } from '../home/publish_home.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { freshView, registerView, resumedView } from '../views/register/open_registration.ts';
import { stateOf } from '../views/view_metadata.ts';

/** "Register a Zoom app" under an empty list or on Home. */
export async function openRegister(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { place } = request;
  const inChannel = place.kind === 'message' && /^C/.test(place.channelId);
  const start = inChannel ? { channelId: place.channelId } : {};
  await request.open(await registerView(context, request.person, start));
}

/** "Continue": in the modal that offers it, or on Home. */
export async function resumeDraft(context: HandlerContext, request: ActionRequest): Promise<void> {
  const view = await resumedView(context, request.person, request.value);
  await (request.place.kind === 'modal' ? request.update(view) : request.open(view));
}

/** "Start anew" in the modal; on Home the draft is only deleted. */
export async function discardDraftAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId } = request.person;
  await context.usecases.discardDraft({ workspaceId, actor: userId, draftId: request.value });
  if (request.place.kind === 'home') return publishHome(context, request);
  if (request.place.kind !== 'modal') return;
  const state = stateOf(request.place.metadata);
  const { name, channelId } = state?.kind === 'offer' ? state : {};
  const start = {
    ...(name === undefined ? {} : { name }),
    ...(channelId === undefined ? {} : { channelId }),
  };
  await request.update(await freshView(context, request.person, start));
}
