import { type JsonObject, objectsAt, textAt } from '../json.ts';
import type { NameOf } from './mrkdwn.ts';

function inline(element: JsonObject, nameOf: NameOf): string {
  switch (textAt(element, 'type')) {
    case 'user':
      return nameOf(textAt(element, 'user_id'));
    case 'channel':
      return nameOf(textAt(element, 'channel_id'));
    case 'emoji':
      return `:${textAt(element, 'name')}:`;
    case 'broadcast':
      return `@${textAt(element, 'range')}`;
    case 'date':
      return textAt(element, 'fallback') || textAt(element, 'timestamp');
    case 'link': {
      const label = textAt(element, 'text');
      return label === '' ? textAt(element, 'url') : `${label} (${textAt(element, 'url')})`;
    }
    default:
      return textAt(element, 'text');
  }
}

const sentence = (element: JsonObject, nameOf: NameOf): string =>
  objectsAt(element, 'elements')
    .map((part) => inline(part, nameOf))
    .join('');

function listLines(element: JsonObject, nameOf: NameOf): string[] {
  const indent = '  '.repeat(Number(element.indent ?? 0));
  const ordered = textAt(element, 'style') === 'ordered';
  return objectsAt(element, 'elements').map(
    (item, index) => `${indent}${ordered ? `${index + 1}.` : '•'} ${sentence(item, nameOf)}`,
  );
}

/** A rich_text block as lines. */
export const richTextLines = (block: JsonObject, nameOf: NameOf): string[] =>
  objectsAt(block, 'elements').flatMap((element) => {
    const type = textAt(element, 'type');
    if (type === 'rich_text_list') return listLines(element, nameOf);
    const lines = sentence(element, nameOf).split('\n');
    return type === 'rich_text_quote' ? lines.map((line) => `> ${line}`) : lines;
  });
