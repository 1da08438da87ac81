import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context } from '../../blocks/layout.ts';

/** Note below a message after a blind resend: its first attempt may have arrived. */
export function maybeTwice({ text, blocks }: MessageView): MessageView {
  return messageView(text, [
    ...blocks,
    context('You may see this twice: Slack did not confirm that it took it the first time.'),
  ]);
}
