import type { HandlerContext } from '../handler_context.ts';
import { publishHome } from '../home/publish_home.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { freshView, registerView, resumedView } from '../views/register/open_registration.ts';
import { stateOf } from '../views/view_metadata.ts';

/** "Register a Zoom app" under an empty list or on Home. */
export async function openRegister(context: HandlerContext, call: ActionRequest): Promise<void> {
  const { place } = call;
  const inChannel = place.kind === 'message' && /^C/.test(place.channelId);
  const start = inChannel ? { channelId: place.channelId } : {};
  await call.open(await registerView(context, call.person, start));
}

/** "Continue": in the modal that offers it, or on Home. */
export async function resumeDraft(context: HandlerContext, call: ActionRequest): Promise<void> {
  const view = await resumedView(context, call.person, call.value);
  await (call.place.kind === 'modal' ? call.update(view) : call.open(view));
}

/** "Start anew" in the modal; on Home the draft is only deleted. */
export async function discardDraft(context: HandlerContext, call: ActionRequest): Promise<void> {
  const { workspaceId, userId } = call.person;
  await context.usecases.discardDraft({ workspaceId, actor: userId, draftId: call.value });
  if (call.place.kind === 'home') return publishHome(context, call);
  if (call.place.kind !== 'modal') return;
  const state = stateOf(call.place.metadata);
  const { name, channelId } = state?.kind === 'offer' ? state : {};
  const start = {
    ...(name === undefined ? {} : { name }),
    ...(channelId === undefined ? {} : { channelId }),
  };
  await call.update(await freshView(context, call.person, start));
}
