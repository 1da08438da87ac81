import type { MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { actions, section } from '../blocks/layout.ts';
import { spoken } from './events/event_subject.ts';

/** A message of a few sentences in mrkdwn, with what can be pressed below them. */
export function say(words: string, elements: Parameters<typeof actions>[0] = []): MessageView {
  return messageView(spoken(words), [section(words), ...actions(elements)]);
}
