import type { AnyBlock, KnownBlock, MessageView } from './block_types.ts';
import { context } from './layout.ts';
import { limits } from './limits.ts';
import { cut } from './text.ts';

/**
 * A message within Slack's limits. The builders keep them; this is the last guard: what does not fit is cut off at the end,
 * and the message says so.
 */
export function messageView(text: string, blocks: readonly KnownBlock[]): MessageView {
  return { text: cut(text, limits.message.text), blocks: messageBlocks(blocks) };
}

/** Blocks of a message. */
export function messageBlocks<Block extends AnyBlock>(blocks: readonly Block[]): (Block | KnownBlock)[] {
  return fitted(blocks, limits.message.blocks, limits.message.blockText);
}

/** Blocks of a modal or of App Home. */
export function viewBlocks(blocks: readonly KnownBlock[]): KnownBlock[] {
  return fitted(blocks, limits.view.blocks, limits.view.blockText);
}

/** How many characters Slack counts in these blocks. */
export function textIn(value: unknown): number {
  if (!isObject(value)) return 0;
  // What has a text of its own holds no other.
  if (typeof value.text === 'string') return value.text.length;
  let sum = 0;
  // Not by Object.values: a card has a hundred objects, and an array for each was a quarter of the time of drawing it.
  for (const key in value) if (typeof value[key] === 'object') sum += textIn(value[key]);
  return sum;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fitted<Block extends AnyBlock>(
  blocks: readonly Block[],
  most: number,
  space: number,
): (Block | KnownBlock)[] {
  const kept: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    used += textIn(block);
    if (kept.length === most || used > space) {
      return [...kept.slice(0, most - 1), context('… There is more than Slack can show here.')];
    }
    kept.push(block);
  }
  return kept;
}
