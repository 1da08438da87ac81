import type { AnyBlock, KnownBlock, MessageView, ModalView } from '../blocks/block_types.ts';
import { messageBlocks } from '../blocks/fit.ts';
import { limits } from '../blocks/limits.ts';
import { inPlainForm } from '../blocks/newer_blocks.ts';
import { cut } from '../blocks/text.ts';

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

/** A modal that only shows text. */
export function note(title: string, text: string, more: readonly KnownBlock[] = []): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }, ...more],
  };
}

/** Characters of a section. */
const WORDS = 3000;

/** Only the text of a modal: for when Slack refuses its blocks. */
export function wordsForm(view: ModalView): ModalView {
  const words = view.blocks.flatMap(wordsOf).join('\n');
  return {
    type: 'modal',
    title: view.title,
    close: { type: 'plain_text', text: 'Close' },
    ...(view.private_metadata === undefined ? {} : { private_metadata: view.private_metadata }),
    ...(view.callback_id === undefined ? {} : { callback_id: view.callback_id }),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: cut(words, WORDS) || '–' } }],
  };
}

function wordsOf(block: AnyBlock): string[] {
  const texts = 'elements' in block ? block.elements : 'text' in block ? [block.text] : [];
  return texts.flatMap((each) =>
    typeof each === 'object' && 'text' in each && typeof each.text === 'string' ? [each.text] : [],
  );
}

/** A message where there is only room for a modal: on Home, or on top of another modal. A header that says what the title says is left out. */
export function noteOf(message: MessageView, title = 'Greenroom'): ModalView {
  const blocks = message.blocks.filter(
    (block) => ALSO_IN_MODALS.has(block.type) && !(block.type === 'header' && block.text.text === title),
  );
  if (blocks.length === 0) return note(title, message.text);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}

/** The other way round: a modal that is only read, as a message. */
export function messageOf(view: ModalView): { readonly text: string; readonly blocks: AnyBlock[] } {
  const words = view.blocks.flatMap(wordsOf).join('\n');
  return {
    text: cut(words, limits.message.text),
    blocks: messageBlocks(inPlainForm(view.blocks, ['alert'])),
  };
}
