import type { Message } from '../../core/messages.ts';
import type { MessageView } from '../blocks/block_types.ts';

/** What Greenroom says of its own accord, in words. */
export function eventMessage(message: Message): MessageView {
  return { text: message.kind, blocks: [] };
}
