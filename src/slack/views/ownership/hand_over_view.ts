import { chosenOwners, type ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { plain } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noHandoverText } from '../../messages/ownership/takeover_texts.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { input, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { handoverAnswer } from './handover_answer.ts';

const TO = 'hand_over_to';
const title = 'Hand over';

/**
 * "Hand over": to whom? `actor`: who opens it; an admin may own nothing of it, and a member of a user
 * group that owns it stays an owner.
 */
export function handOverView(app: ZoomApp, actor: string): ModalView {
  const words = chosenOwners(app).includes(actor)
    ? `Who shall own *${named(app.name)}* in your place? They are told, and you are no owner any more; other owners stay.`
    : `Who shall own *${named(app.name)}* too? They are told, and so are its owners, who stay.`;
  return modal(
    { callbackId: callbackIds.handOver, title, submit: title, state: { kind: 'hand_over', appId: app.id } },
    [
      section(words),
      input(
        { block: TO, label: 'New owner', hint: 'A person of this workspace.' },
        { type: 'users_select', action_id: TO, placeholder: plain('Choose a person', limits.placeholder) },
      ),
    ],
  );
}

export async function submitHandOver(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId } = stateOfKind(request.metadata, 'hand_over');
  const [to] = typedIn(request.typed, TO).users;
  const failed = (words: string) => request.answer({ kind: 'errors', errors: { [TO]: words } });
  if (to === undefined) return failed('Choose a person.');
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.handOver({ workspaceId, actor, appId, to });
  if (!result.ok && result.error.code === 'no_owner') return failed(noHandoverText(result.error));
  if (!result.ok && result.error.code === 'oneself') return failed('That is yourself. Choose somebody else.');
  const answer = await handoverAnswer(context, { workspaceId, actor, appId, to }, result);
  await request.answer({ kind: 'show', view: noteOf(answer, title) });
}
