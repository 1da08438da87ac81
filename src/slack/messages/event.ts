import type { Message } from '../../core/messages.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { section } from '../blocks/layout.ts';
import { spoken } from './events/about.ts';
import { cannotPost } from './events/cannot_post.ts';
import { messageDropped } from './events/dropped.ts';
import { profileCreated } from './events/profile_created.ts';
import { recovered, regressed } from './events/regression.ts';
import { stackoneBack, stackoneTrouble } from './events/stackone.ts';
import { storyLine } from './events/story.ts';

/** What Greenroom says of its own accord, in words. */
export function eventMessage(message: Message): MessageView {
  switch (message.kind) {
    case 'profile_created':
      return profileCreated(message);
    case 'regressed':
      return regressed(message);
    case 'recovered':
      return recovered(message);
    case 'stackone_trouble':
      return stackoneTrouble(message);
    case 'stackone_back':
      return stackoneBack(message);
    case 'cannot_post':
      return cannotPost(message);
    case 'message_dropped':
      return messageDropped(message);
    default: {
      const line = storyLine(message);
      return messageView(spoken(line), [section(line)]);
    }
  }
}
