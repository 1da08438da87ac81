import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context } from '../../blocks/layout.ts';

/** A message whose first try may have arrived unseen: said below it, in small print. */
export function maybeTwice({ text, blocks }: MessageView): MessageView {
  return messageView(text, [
    ...blocks,
    context('You may see this twice: Slack did not confirm that it took it the first time.'),
  ]);
}
