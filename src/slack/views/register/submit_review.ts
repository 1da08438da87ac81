import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { RegisterRefusal } from '../../../usecases/apps/register_zoom_app.ts';
import { actionIds } from '../../action_ids.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { confirmedFull, tooManyConfirmed } from '../../messages/error_texts.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { onlyPeopleOwn } from '../basics_errors.ts';
import { sameClientIdWords } from '../credentials/same_client_id.ts';
import { alert, type Banner, modal, waiting } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { draftGoneView, inProgress } from './open_registration.ts';
import type { RegisterStep } from './register_states.ts';
import { stepToDo, stepView } from './registration_steps.ts';
import { registeredView } from './registration_views.ts';

/** Step 4. Registers, and shows the result; a second submit shows the same. */
export async function submitReview(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { draftId, name = '', mark } = stateOfKind(request.metadata, 'register');
  const { workspaceId, userId } = request.person;
  await request.answerOrLoad({
    loading: waiting('Register a Zoom app', 'Saving… Should this stay, close it: nothing is lost.'),
    async work() {
      const result = await context.usecases.registerZoomApp({ workspaceId, actor: userId, draftId, mark });
      return result.ok
        ? savedView(context, result.value.card)
        : refusedView(context, request, draftId, name, result.error);
    },
    ifItFails: (text) => notSavedView(draftId, text),
  });
}

/** With the way to one app, where another one has its client ID. */
async function savedView(context: HandlerContext, card: ZoomAppCard): Promise<ModalView> {
  const clientIds = card.environments.map(({ clientId }) => clientId);
  return registeredView(card, await sameClientIdWords(context, card.app, { clientIds, except: card.app.id }));
}

async function refusedView(
  context: HandlerContext,
  request: SubmitRequest,
  draftId: string,
  name: string,
  refusal: RegisterRefusal,
): Promise<ModalView> {
  if (refusal === 'draft_gone') return savedBefore(context, request, name);
  if (refusal === 'not_admin')
    return noteOf(await deniedMessage(context, request.person, refusal), 'Not saved');
  const found = await inProgress(context, request.person, draftId);
  if (found === null) return savedBefore(context, request, name);
  const step = steps[refusal] ?? (await stepToDo(found));
  return stepView(step, found, banners[refusal]);
}

/** The first of two submits has registered it and deleted the draft. */
async function savedBefore(
  context: HandlerContext,
  request: SubmitRequest,
  name: string,
): Promise<ModalView> {
  const { workspaceId, userId } = request.person;
  const namesake = await context.usecases.nameTaken({ workspaceId, name });
  const card =
    namesake === null ? null : await context.usecases.readCard({ workspaceId, appId: namesake.appId });
  return card?.app.updatedBy === userId ? registeredView(card) : draftGoneView();
}

/** Which step to return to for an error that the draft does not show. */
const steps: Partial<Record<RegisterRefusal, RegisterStep>> = {
  name_taken: 'basics',
  no_owner: 'basics',
  too_many_confirmed: 'scopes',
  confirmed_full: 'scopes',
};

const banners: Record<Exclude<RegisterRefusal, 'draft_gone' | 'not_admin'>, Banner> = {
  draft_changed: {
    level: 'warning',
    text: 'Not saved yet: you changed this registration in another window since this one was drawn. This is how it stands now.',
  },
  name_taken: {
    level: 'error',
    text: 'Somebody registered an app of this name in the meantime. Choose another name; everything else is kept.',
  },
  no_owner: {
    level: 'error',
    text: onlyPeopleOwn,
  },
  secrets_gone: {
    level: 'warning',
    text: 'Client secrets are kept for an hour at most while you type. Please paste them once more.',
  },
  secrets_never: {
    level: 'warning',
    text: 'Not saved yet: Greenroom takes no client secrets here any more. What you had typed is deleted; the client ID is enough.',
  },
  too_many_confirmed: { level: 'error', text: tooManyConfirmed },
  confirmed_full: { level: 'error', text: confirmedFull },
  incomplete: { level: 'warning', text: 'Something is still missing here.' },
  scopes_blocking: { level: 'error', text: 'These scopes cannot be saved yet. The fields say why.' },
};

function notSavedView(draftId: string, text: string): ModalView {
  return modal({ callbackId: callbackIds.card, title: 'Register a Zoom app', close: 'Close' }, [
    alert({ level: 'error', text: 'Not saved. Everything you typed is kept.' }),
    section(text),
    {
      type: 'actions',
      elements: [button('Back to it', actionIds.resumeDraft, draftId, { style: 'primary' })],
    },
  ]);
}
