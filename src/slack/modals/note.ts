import type { KnownBlock, MessageView, ModalView } from '../blocks/block_types.ts';

/** Block types of a message that a modal may show too (docs: block list). */
const ALSO_IN_MODALS: ReadonlySet<string> = new Set([
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'rich_text',
  'section',
  'video',
]);

/** A modal that only says something. */
export function note(title: string, text: string, more: readonly KnownBlock[] = []): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }, ...more],
  };
}

/** A message where there is only room for a modal: on Home, or on top of another modal. */
export function noteOf(message: MessageView, title = 'Greenroom'): ModalView {
  const blocks = message.blocks.filter((block) => ALSO_IN_MODALS.has(block.type));
  if (blocks.length === 0) return note(title, message.text);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}
