import { z } from 'zod';
import { asTyped } from './slash_text.ts';

/** Slack cuts the text of a message at about 40,000 characters; one with attachments may hold some more. */
const MOST_CHARACTERS = 100_000;
/** Blocks nest by a few levels (rich_text: list, item, section, text); what is deeper is not read. */
const MOST_LEVELS = 12;

const message = z.looseObject({
  text: z.string().catch(''),
  blocks: z.array(z.unknown()).catch([]),
  attachments: z.array(z.unknown()).catch([]),
});

/** Fields that hold what a person reads, in blocks and in attachments of any kind, known or not. */
const readable: ReadonlySet<string> = new Set(['text', 'title', 'value', 'fallback', 'pretext']);

/** Parts of one line of rich text; everything else stands apart from what is beside it. */
const inline: ReadonlySet<unknown> = new Set([
  'text',
  'link',
  'emoji',
  'user',
  'usergroup',
  'channel',
  'broadcast',
  'date',
  'color',
]);

/**
 * What a message says, in each of the forms in which Slack sends it: its `text`, the words of its blocks, those of its
 * attachments. The first two mostly say the same (docs: `text` is the fallback of `blocks`), but an app's message may have
 * a short `text`. Slack's markup (links, mentions, entities) is undone in `text`; blocks hold plain text or mrkdwn.
 */
export function messageTexts(given: object): readonly string[] {
  const { text, blocks, attachments } = message.parse(given);
  return [text, wordsIn(blocks), wordsIn(attachments)]
    .map((each) => asTyped(each.slice(0, MOST_CHARACTERS)))
    .filter((each) => each.trim() !== '');
}

function wordsIn(value: unknown): string {
  const words: string[] = [];
  let left = MOST_CHARACTERS;
  const collect = (each: unknown, key: string, level: number): void => {
    if (level > MOST_LEVELS || left <= 0) return;
    if (typeof each === 'string') {
      if (!readable.has(key)) return;
      words.push(each.slice(0, left));
      left -= each.length;
    } else if (Array.isArray(each)) {
      for (const one of each) collect(one, key, level + 1);
    } else if (typeof each === 'object' && each !== null) {
      const separator = 'type' in each && inline.has(each.type) ? '' : '\n';
      for (const [name, one] of Object.entries(each)) {
        collect(one, name, level + 1);
        words.push(separator);
      }
    }
  };
  collect(value, '', 0);
  return words.join('');
}
