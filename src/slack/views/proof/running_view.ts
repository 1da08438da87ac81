import type { ModalView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { actions, section } from '../../blocks/layout.ts';
import { moment } from '../../blocks/time.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import { modal } from '../view_frame.ts';
import { callbackIds, modalActionIds } from '../view_ids.ts';
import type { AskedLink } from './proof_states.ts';

/** A link of one's own is still good: take it up again, or give it up for another one. */
export function runningView(asked: AskedLink, sessionId: string, until: Date): ModalView {
  const state = { kind: 'connect_running', sessionId, asked } as const;
  const frame = { callbackId: callbackIds.connectLink, title: purposeTitles[asked.purpose], state };
  return modal({ ...frame, close: 'Close' }, [
    section(`You have a link for this environment already. It is good until ${moment(until)}.`),
    ...actions([
      button('Show it again', modalActionIds.showLink, sessionId, { style: 'primary' }),
      button('Start anew', modalActionIds.startAnew, sessionId),
    ]),
  ]);
}
