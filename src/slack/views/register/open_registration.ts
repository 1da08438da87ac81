import type { Draft, DraftAnswers } from '../../../core/apps/zoom_app.ts';
import { actionIds } from '../../action_ids.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { button, confirm } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { Person } from '../../requests/requests.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import type { OfferState } from './register_states.ts';
import { type InProgress, stepToDo, stepView } from './registration_steps.ts';

/** Values that are filled in before a person types. */
export interface Start {
  readonly name?: string;
  /** Where the person is, if that is a channel. */
  readonly channelId?: string;
}

/** The first view of `/zoom-app register`: the form, the unfinished draft, or whom to ask where this is for admins. */
export async function registerView(
  context: HandlerContext,
  person: Person,
  start: Start,
): Promise<ModalView> {
  const { workspaceId, userId: actor } = person;
  const [draft, allowed] = await Promise.all([
    context.usecases.readDraft({ workspaceId, actor }),
    context.usecases.checkActivity({ workspaceId, actor, app: { owners: [] }, activity: 'register' }),
  ]);
  if (!allowed.ok) return noteOf(await deniedMessage(context, person, 'not_admin'), 'Register a Zoom app');
  return draft === null ? freshView(context, person, start) : offerView(draft, start);
}

export async function freshView(context: HandlerContext, person: Person, start: Start): Promise<ModalView> {
  const channelId =
    start.channelId ?? (await context.usecases.readDefaultChannel({ workspaceId: person.workspaceId }));
  const answers: DraftAnswers = {
    ...{ environments: ['development'], owners: [person.userId], ...start },
    ...(channelId === null ? {} : { channelId }),
  };
  // The policy counts from the second step on, which reads it.
  return stepView('basics', { draftId: context.newId(), answers, kept: [], policy: 'ask' });
}

function offerView(draft: Draft, start: Start): ModalView {
  const state: OfferState = { kind: 'offer', ...start };
  const name = draft.answers.name === undefined ? 'a Zoom app' : `*${named(draft.answers.name)}*`;
  return modal({ callbackId: callbackIds.registerOffer, title: 'Register a Zoom app', state }, [
    section(
      `You began to register ${name} ${moment(draft.updatedAt)}. Everything you typed is kept, except client secrets: they are asked for again.`,
    ),
    {
      type: 'actions',
      elements: [
        button('Continue', actionIds.resumeDraft, draft.id, { style: 'primary' }),
        button('Start anew', actionIds.discardDraft, draft.id, {
          confirm: confirm('Start anew?', 'What you typed before is thrown away.', 'Start anew'),
        }),
      ],
    },
  ]);
}

/** The draft, if it is still the one the modal works on; with what is sealed of it. */
export async function inProgress(
  context: HandlerContext,
  person: Person,
  draftId: string,
): Promise<InProgress | null> {
  const { workspaceId, userId } = person;
  const draft = await context.usecases.readDraft({ workspaceId, actor: userId });
  if (draft?.id !== draftId) return null;
  const [kept, policy] = await Promise.all([
    context.usecases.draftSecretKinds({ workspaceId, actor: userId, draftId }),
    context.usecases.secretsPolicy({ workspaceId }),
  ]);
  return { draftId, answers: draft.answers, kept, policy };
}

/** The draft at the step where it was left. */
export async function resumedView(
  context: HandlerContext,
  person: Person,
  draftId: string,
): Promise<ModalView> {
  const found = await inProgress(context, person, draftId);
  return found === null ? draftGoneView() : stepView(await stepToDo(found), found);
}

export function draftGoneView(): ModalView {
  return modal({ callbackId: callbackIds.card, title: 'Register a Zoom app', close: 'Close' }, [
    section(
      'This registration was saved or thrown away in the meantime. `/zoom-app list` shows what is registered; `/zoom-app register` begins a new one.',
    ),
  ]);
}
