import type { Message } from '../../../core/deliveries/message.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { eventMessage } from '../../messages/events/event_message.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import { callbackIds } from '../view_ids.ts';

/** In place of a link that is over: what came of it. Null: nothing yet, as who opened it in time may still sign in. */
export function endedLinkView(message: Message | null): ModalView {
  if (message === null)
    return note(
      'The link is over',
      'It is not good any more. Whoever opened it in time can still finish; the result comes to you as a direct message.',
    );
  // By its id the next form takes its place: Slack stacks three modals at most.
  return { ...noteOf(eventMessage(message), titleOf(message)), callback_id: callbackIds.connectLink };
}

function titleOf(message: Message): string {
  return message.kind === 'proof_recorded' ? 'It works' : 'Not this time';
}
