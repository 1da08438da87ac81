import type { ZoomApp } from '../core/zoom_app.ts';
import type { MessageView } from './blocks/block_types.ts';
import { channel, named } from './blocks/text.ts';

/** The looking itself takes seconds; its answers come into the card. */
export function lookingMessage({ name, channelId }: ZoomApp): MessageView {
  return {
    text: `Looking at everything of *${named(name)}* now. Its card in ${channel(channelId)} changes when the answers are in.`,
    blocks: [],
  };
}
