import type { Message } from '../../../core/messages.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { channel, named } from '../../blocks/text.ts';
import { showButton, spoken } from './about.ts';

/** The second is what editing a message of an archived channel is answered. */
const archived: ReadonlySet<string> = new Set(['is_archived', 'is_inactive']);

/** To one owner, in a direct message: the channel cannot be reached, and how to mend that. */
export function cannotPost(message: Extract<Message, { kind: 'cannot_post' }>): MessageView {
  const place = channel(message.channelId);
  const what = `Greenroom cannot post about *${named(message.appName)}* in ${place}: ${why(message.why)}.`;
  const next =
    archived.has(message.why) || message.why === 'channel_not_found'
      ? `Unarchive it or type \`/invite @Greenroom\` there, then press *I invited it*; or pick another channel with *Edit* on the card. Nothing is lost: what waits is posted then.`
      : `Type \`/invite @Greenroom\` in ${place}, then press *I invited it*. Nothing is lost: what waits is posted then.`;
  return messageView(spoken(`${what} ${next}`), [
    section(`:warning: ${what}\n${next}`),
    ...actions([
      button('I invited it', actionIds.invited, message.channelId, { style: 'primary' }),
      showButton(message.appId),
    ]),
  ]);
}

/** Slack's error codes of chat.postMessage and chat.update. */
function why(code: string): string {
  switch (code) {
    case 'not_in_channel':
      return 'it is not a member of the channel';
    case 'is_archived':
    case 'is_inactive':
      return 'the channel is archived';
    case 'channel_not_found':
      return 'the channel is private and Greenroom is not in it, or it is gone';
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return 'the workspace does not let apps post there';
    default:
      return `Slack answers "${code.replace(/[^a-z0-9_]/g, '').slice(0, 60)}"`;
  }
}
