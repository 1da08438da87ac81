import type { AnyBlock, KnownBlock } from './block_types.ts';
import { sections } from './layout.ts';
import { escapeMrkdwn } from './text.ts';

/**
 * Block types that Slack rolls out in phases, so that a workspace may refuse them, each with fallback blocks that say the
 * same. A newly used one is added here.
 */
const plainForms: { readonly [Type in NewerBlock]: (block: BlockOf<Type>) => KnownBlock[] } = {
  alert: ({ level = 'default', text }) =>
    sections([`${levels[level]} ${text.type === 'mrkdwn' ? text.text : escapeMrkdwn(text.text)}`]),
  table: ({ rows: [head = [], ...rows] }) =>
    sections([`*${lineOf(head)}*`, ...rows.map((row) => `• ${lineOf(row)}`)]),
  data_visualization: ({ title, chart }) => {
    const bars = chart.series.flatMap(({ data }) => data.map(({ label, value }) => `${label}: ${value}`));
    return sections([`*${escapeMrkdwn(title)}*`, escapeMrkdwn(bars.join(' · '))]);
  },
};

const newerBlocks = ['alert', 'table', 'data_visualization'] as const;
export type NewerBlock = (typeof newerBlocks)[number];
type BlockOf<Type extends NewerBlock> = Extract<KnownBlock, { type: Type }>;

const levels = {
  default: '*Note:*',
  info: ':information_source: *Note:*',
  warning: ':warning: *Warning:*',
  error: ':x: *Error:*',
  success: ':white_check_mark: *Done:*',
} as const;

function lineOf(cells: BlockOf<'table'>['rows'][number]): string {
  return cells.map((cell) => ('text' in cell ? escapeMrkdwn(cell.text) : '')).join(' · ');
}

/** The newer block types among these. */
export function newerBlocksIn(blocks: readonly AnyBlock[]): NewerBlock[] {
  return newerBlocks.filter((type) => blocks.some((block) => block.type === type));
}

/** The same blocks, with fallback blocks in place of these types. */
export function inPlainForm(blocks: readonly AnyBlock[], types: readonly NewerBlock[]): AnyBlock[] {
  return blocks.flatMap((block) => {
    if (is(block, 'alert') && types.includes('alert')) return plainForms.alert(block);
    if (is(block, 'data_visualization') && types.includes('data_visualization'))
      return plainForms.data_visualization(block);
    return is(block, 'table') && types.includes('table') ? plainForms.table(block) : [block];
  });
}

function is<Type extends NewerBlock>(block: AnyBlock, type: Type): block is BlockOf<Type> {
  return block.type === type;
}
