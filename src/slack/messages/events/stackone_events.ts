import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { section } from '../../blocks/layout.ts';
import { sentence } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { unknownReasonRemedy, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { spoken } from './event_subject.ts';

/** Announced once, after the outage has lasted; never as a failure of a Zoom app. */
export function stackoneTrouble(message: Extract<Message, { kind: 'stackone_trouble' }>): MessageView {
  const { trouble, since } = message;
  const what = `Greenroom cannot look into StackOne since ${moment(new Date(since))}: ${whyNoAnswer(trouble, 'StackOne')}.`;
  const means =
    'New profiles would not be seen meanwhile. Nothing counts as failed: the last known answers stay, with their time.';
  const next =
    unknownReasonRemedy(trouble) ||
    'There is nothing to do: Greenroom keeps trying and says so when it is back.';
  return messageView(spoken(`${what} ${means} ${next}`), [
    section(`:warning: *${sentence(what)}*\n${means}\n${next}`),
  ]);
}

export function stackoneBack(message: Extract<Message, { kind: 'stackone_back' }>): MessageView {
  const what = `Greenroom can look into StackOne again. It could not since ${moment(new Date(message.since))}.`;
  const next = 'Whatever was created meanwhile is being looked at now.';
  return messageView(`${what} ${next}`, [section(`:white_check_mark: ${what} ${next}`)]);
}
