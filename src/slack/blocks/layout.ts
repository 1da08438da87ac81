import type { ActionsElement, Button, KnownBlock, MrkdwnElement, StaticSelect } from './block_types.ts';
import { plain } from './elements.ts';
import { limits } from './limits.ts';
import { cut, escapeMrkdwn, plainLine } from './text.ts';

/** `verbatim`: Slack must not make links or mentions of its own accord out of what a person typed. */
function mrkdwn(text: string, max: number): MrkdwnElement {
  return { type: 'mrkdwn', text: cut(text, max), verbatim: true };
}

export function header(text: string): KnownBlock {
  return { type: 'header', text: plain(plainLine(text, limits.header), limits.header) };
}

export function divider(): KnownBlock {
  return { type: 'divider' };
}

/** `expand`: Slack shows all of it, without "see more". */
export function section(text: string, accessory?: Button | StaticSelect): KnownBlock {
  return {
    type: 'section',
    text: mrkdwn(text, limits.section.text),
    expand: true,
    ...(accessory === undefined ? {} : { accessory }),
  };
}

/** As many sections as the lines need; a line is only cut when it alone is too long. */
export function sections(lines: readonly string[]): KnownBlock[] {
  return packed(lines, limits.section.text).map((text) => section(text));
}

export function context(...texts: readonly string[]): KnownBlock {
  const elements = texts.slice(0, limits.context.elements).map((text) => mrkdwn(text, limits.context.text));
  return { type: 'context', elements };
}

/** Rows of buttons; no block at all without any. */
export function actions(elements: readonly ActionsElement[]): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let i = 0; i < elements.length; i += limits.actions) {
    rows.push({ type: 'actions', elements: elements.slice(i, i + limits.actions) });
  }
  return rows;
}

/** Text to copy, in code blocks; what does not fit into `most` of them is counted in `left`. */
export function codeBlocks(
  lines: readonly string[],
  most: number = limits.view.blocks,
): { readonly blocks: KnownBlock[]; readonly left: number } {
  const texts = packed(lines.map(escapeMrkdwn), limits.section.text - code('').length).slice(0, most);
  const shown = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  return { blocks: texts.map((text) => section(code(text))), left: lines.length - shown };
}

/** Expects escaped text. */
export function code(text: string): string {
  return `\`\`\`\n${text.replaceAll('`', 'ˋ')}\n\`\`\``;
}

function packed(lines: readonly string[], space: number): string[] {
  const texts: string[] = [];
  let text = '';
  for (const line of lines.map((each) => cut(each, space))) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > space) {
      texts.push(text);
      text = line;
    } else {
      text = longer;
    }
  }
  return text === '' ? texts : [...texts, text];
}
