import type { Message } from '../../../../core/deliveries/message.ts';
import type { AskedAgain } from '../../../../core/deliveries/messages/personal_message.ts';
import { actionIds } from '../../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../../blocks/block_types.ts';
import { button, nth } from '../../../blocks/elements.ts';
import { messageView } from '../../../blocks/fit.ts';
import { actions, context, section } from '../../../blocks/layout.ts';
import { count, person } from '../../../blocks/text.ts';
import { moment } from '../../../blocks/time.ts';
import { meaning } from '../../checks/check_meaning.ts';
import { checkTitles } from '../../product_words.ts';
import { aboutWords, passedCheck, spoken } from '../event_subject.ts';

/**
 * A direct message to one owner: what people said of their apps ends soon. It is edited as the questions in it are answered, by
 * whomever.
 */
export function stillSo({ asked, more }: Extract<Message, { kind: 'still_so' }>): MessageView {
  const open = asked.filter(({ answered }) => answered === undefined).length;
  const intro =
    open === 0 && more === 0
      ? ':white_check_mark: *Thank you.* There is nothing left to answer here.'
      : `:hourglass_flowing_sand: *Still so?* People said this a while ago, and Greenroom cannot see it. Please look in Zoom and answer. Without an answer it is shown as _unknown_ from the day named; nothing breaks.`;
  const beyond =
    more === 0 ? [] : [`${count(more, 'more question')}: \`/zoom-ready unproven\` lists them all.`];
  const words = asked.map((each) => `${askedWords(each)}`);
  return messageView(spoken([intro, ...words, ...beyond].join(' ')), [
    section(intro),
    ...asked.flatMap(askedBlocks),
    ...beyond.map((line) => context(line)),
  ]);
}

function askedBlocks(asked: AskedAgain): KnownBlock[] {
  const { about, check, mark, answered } = asked;
  const value = `${about.environmentId} ${check} ${mark}`;
  const key = `${about.environmentId}.${check}`;
  return [
    section(askedWords(asked)),
    ...(answered === undefined
      ? actions([
          button('Still so', nth(actionIds.stillSo, key), value, { style: 'primary' }),
          button('Not any more', nth(actionIds.notAnyMore, key), value),
        ])
      : []),
  ];
}

function askedWords({ about, check, by, at, until, answered }: AskedAgain): string {
  const subject = `${aboutWords(about)}, *${checkTitles[check]}*`;
  if (answered !== undefined) {
    const { isSo } = answered;
    return `${isSo ? ':white_check_mark:' : ':leftwards_arrow_with_hook:'} ${subject}: ${person(answered.by)} said that it is ${isSo ? 'still so' : 'not so any more'}.`;
  }
  const who = by === null ? '' : ` Said by ${person(by)}${at === null ? '' : ` ${moment(new Date(at))}`}.`;
  return `${subject}: ${meaning(passedCheck(check), about.environment)}${who} Holds until ${moment(new Date(until))}.`;
}
