import { acrossBlocks } from './blocks/across_blocks.ts';
import { blockList, type Surface } from './blocks/surfaces.ts';
import type { Violation } from './violation.ts';
import { check } from './wording.ts';

/** Every broken rule of a block array; `at` is the pointer of the array. Empty when Slack would take it. */
export function checkBlocks(blocks: unknown, surface: Surface, at = '/blocks'): Violation[] {
  return [...check(blockList[surface], blocks, at), ...acrossBlocks(blocks, surface, at)];
}
