import { oldSecretMs } from '../../../../core/credentials/secret_age.ts';
import type { Message } from '../../../../core/deliveries/message.ts';
import type { SecretDue } from '../../../../core/deliveries/messages/personal_message.ts';
import { actionIds } from '../../../action_ids.ts';
import type { MessageView } from '../../../blocks/block_types.ts';
import { button, nth } from '../../../blocks/elements.ts';
import { messageView } from '../../../blocks/fit.ts';
import { context, section } from '../../../blocks/layout.ts';
import { count } from '../../../blocks/text.ts';
import { moment } from '../../../blocks/time.ts';
import { aboutWords, spoken } from '../event_subject.ts';

/** A direct message to one owner: client secrets to renew, and profiles in StackOne that may still hold an old one. */
export function secretsDue({ secrets, more }: Extract<Message, { kind: 'secrets_due' }>): MessageView {
  const intro = ':key: *Client secrets of your Zoom apps*';
  const words = secrets.map(secretWords);
  const beyond = more === 0 ? [] : [`And ${count(more, 'more')}: \`/zoom-app list\` shows your apps.`];
  return messageView(spoken([intro, ...words, ...beyond].join(' ')), [
    section(intro),
    ...secrets.map((each, place) =>
      section(
        secretWords(each),
        button('Show the card', nth(actionIds.showApp, `${place}`), each.about.appId),
      ),
    ),
    ...beyond.map((line) => context(line)),
  ]);
}

function secretWords({ about, reminder, at }: SecretDue): string {
  const date = new Date(at);
  if (reminder === 'profile')
    return `${aboutWords(about)}: the secret was replaced ${moment(date)}, and nobody has said that the profile in StackOne holds the new one. Zoom takes the old one until ${moment(new Date(date.getTime() + oldSecretMs))} at the latest.`;
  return reminder === 'overdue'
    ? `${aboutWords(about)}: the secret was to be renewed by ${moment(date)}. Regenerate it in Zoom, then give it here (\`/zoom-app rotate\`) and to the profile in StackOne.`
    : `${aboutWords(about)}: the secret is to be renewed by ${moment(date)}.`;
}
