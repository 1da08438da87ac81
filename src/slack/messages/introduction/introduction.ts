import type { Message } from '../../../core/deliveries/message.ts';
import type { Introduction } from '../../../usecases/introductions/introduce.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView, textIn } from '../../blocks/fit.ts';
import { divider, section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { person, wordList } from '../../blocks/text.ts';
import { spoken } from '../events/event_subject.ts';
import { operator } from '../support_contact.ts';

/** What Greenroom is, what to type, who runs it: a line each. */

const whatItIs =
  '*Greenroom takes Zoom apps to a live StackOne connector profile.* It checks what can be checked, asks people for the rest, and keeps one card for each app.';
const whatToType =
  'Type `/zoom-app register` to begin, `/zoom-app list` to see what there is, `/zoom-app help` for everything else.';

/** In a channel that Greenroom was added to. Only who added it is mentioned: a mention notifies. */
export function introductionMessage({ invitedBy }: Extract<Message, { kind: 'introduction' }>): MessageView {
  const added = invitedBy === null ? '' : ` ${person(invitedBy)} added it here.`;
  const words = [`:wave: ${whatItIs}`, whatToType, `Questions about it? Ask ${operator}.${added}`].join('\n');
  return messageView(spoken(words), [section(words)]);
}

/** To one person, in mrkdwn. */
export function introductionWords({ admins }: Introduction): string {
  const who = wordList([...admins.map(person), operator], 'or');
  return [whatItIs, whatToType, `Questions about it? Ask ${who}.`].join('\n');
}

/** Can an answer hold the introduction too, within what Slack takes? */
export function hasRoom({ text, blocks }: MessageView): boolean {
  const { message, section: most } = limits;
  return (
    text.length + LONGEST <= Math.min(message.text, blocks.length === 0 ? most.text : message.text) &&
    blocks.length + 3 <= message.blocks &&
    textIn(blocks) + LONGEST <= message.blockText
  );
}

/** Characters of the longest introduction, with a contact named in it. */
const LONGEST = 900;

/** The answer, and below it what answered. */
export function withIntroductionBelow(answer: MessageView, introduction: Introduction): MessageView {
  const words = introductionWords(introduction);
  const blocks = answer.blocks.length === 0 ? [section(answer.text)] : answer.blocks;
  return messageView(`${answer.text}\n${spoken(words)}`, [...blocks, divider(), section(`:wave: ${words}`)]);
}
