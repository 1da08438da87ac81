import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { person } from '../../blocks/text.ts';
import { aboutWords, showButton, spoken } from '../events/event_subject.ts';
import { proveButton } from './proof_buttons.ts';

/** A direct message to another owner; no link exists before they press the button. */
export function proofAsked({ about, by }: Extract<Message, { kind: 'proof_asked' }>): MessageView {
  const what = `${person(by)} asks you to prove that the connector profile of ${aboutWords(about)} works.`;
  const how =
    'You sign in at Zoom once and consent; StackOne links a test account by it. That takes two minutes, and the link is shown to you alone.';
  return messageView(spoken(`${what} ${how}`), [
    section(`:test_tube: ${what}\n${how}`),
    ...actions([
      proveButton({ id: about.environmentId }, "I'll do it", { style: 'primary' }),
      showButton(about.appId),
    ]),
  ]);
}
