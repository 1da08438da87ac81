import type { NoSession } from '../../../usecases/proof/why_no_session.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { button, confirm } from '../../blocks/elements.ts';
import { actions, section } from '../../blocks/layout.ts';
import { moment } from '../../blocks/time.ts';
import { noLinkMessage } from '../../messages/proof/no_link_words.ts';
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

/** Another owner's link is still good: it can be given up, so that nobody waits for a person who left. It is not shown. */
export function othersLinkView(
  { purpose }: AskedLink,
  running: Extract<NoSession, { code: 'running' }>,
): ModalView {
  const { sessionId } = running;
  const state = { kind: 'connect_link', sessionId } as const;
  const frame = { callbackId: callbackIds.connectLink, title: purposeTitles[purpose], state };
  return modal({ ...frame, close: 'Close' }, [
    ...noLinkMessage(running).blocks,
    ...actions([
      button('Give up their link', modalActionIds.cancelLink, sessionId, { confirm: sureToGiveUp }),
    ]),
  ]);
}

const sureToGiveUp = confirm(
  'Give up their link?',
  'Greenroom takes it out of their window, and you may ask for a link of your own. Whoever has it open in a browser can still sign in; that is noticed.',
  'Give it up',
);
