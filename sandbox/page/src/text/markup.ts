import { type JsonObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { type Piece, readMrkdwn } from './mrkdwn.ts';

/** Rich text typed with marks, as in Slack with "Format messages with markup" switched on. */

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A `rich_text` object from what was typed; null for nothing. */
export function richTextFrom(typed: string): JsonObject | null {
  if (typed.trim() === '') return null;
  const elements: JsonObject[] = [];
  let sentence: JsonObject[] = [];
  const finish = () => {
    if (sentence.length > 0) elements.push({ type: 'rich_text_section', elements: sentence });
    sentence = [];
  };
  for (const piece of readMrkdwn(escaped(typed))) {
    const part = partOf(piece);
    if (part === null) sentence.push(...inline(piece, {}));
    else {
      finish();
      elements.push(part);
    }
  }
  finish();
  return { type: 'rich_text', elements };
}

/** What stands in a paragraph of its own; null for what is part of one. */
function partOf(piece: Piece): JsonObject | null {
  if (piece.kind === 'quote')
    return { type: 'rich_text_quote', elements: piece.inside.flatMap((one) => inline(one, {})) };
  if (piece.kind === 'pre')
    return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece.text }] };
  return null;
}

function inline(piece: Piece, style: Readonly<Record<string, boolean>>): JsonObject[] {
  const said = (text: string, more = {}) => {
    const whole = { ...style, ...more };
    return [{ type: 'text', text, ...(Object.keys(whole).length === 0 ? {} : { style: whole }) }];
  };
  switch (piece.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
      return piece.inside.flatMap((one) => inline(one, { ...style, [piece.kind]: true }));
    case 'code':
      return said(piece.text, { code: true });
    case 'emoji':
      return [{ type: 'emoji', name: piece.name }];
    case 'break':
      return said('\n');
    default:
      return said('text' in piece ? piece.text : '');
  }
}

const MARKS = [
  ['code', '`'],
  ['strike', '~'],
  ['italic', '_'],
  ['bold', '*'],
] as const;

/** The same with marks again, for an input that begins filled. */
export const markupFrom = (rich: JsonObject): string => objectsAt(rich, 'elements').map(lineOf).join('\n');

function lineOf(part: JsonObject): string {
  const text = objectsAt(part, 'elements').map(marked).join('');
  if (textAt(part, 'type') === 'rich_text_quote') return text.replaceAll(/^/gm, '> ');
  return textAt(part, 'type') === 'rich_text_preformatted' ? `\`\`\`${text}\`\`\`` : text;
}

function marked(one: JsonObject): string {
  if (textAt(one, 'type') === 'emoji') return `:${textAt(one, 'name')}:`;
  const style = objectAt(one, 'style');
  return MARKS.reduce(
    (text, [name, mark]) => (style[name] === true ? `${mark}${text}${mark}` : text),
    textAt(one, 'text') || textAt(one, 'url'),
  );
}
