import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markupFrom, richTextFrom } from '../../../../sandbox/page/src/text/markup.ts';
import { richText } from '../../../../sandbox/simulators/slack/rules/blocks/rich_text.ts';

const again = (typed: string): string => markupFrom(richTextFrom(typed) ?? {});

test('marks become styles, quotes and code paragraphs of their own', () => {
  expect(richTextFrom('Hello *all* :tada:\n> with `code`\n```raw *text*```')).toEqual({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Hello ' },
          { type: 'text', text: 'all', style: { bold: true } },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'tada' },
        ],
      },
      {
        type: 'rich_text_quote',
        elements: [
          { type: 'text', text: 'with ' },
          { type: 'text', text: 'code', style: { code: true } },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'raw *text*' }] },
    ],
  });
});

test('nothing typed is nothing', () => {
  expect(richTextFrom(' \n ')).toBeNull();
});

test('what begins an input can be typed again: it means the same', () => {
  const words = fc.constantFrom(
    'plain',
    '*bold*',
    '_soft_',
    '~gone~',
    '`code`',
    ':tada:',
    '5 < 6 & 7 > 1',
    '@ana',
  );
  const lines = fc.array(
    fc.array(words, { minLength: 1 }).map((line) => line.join(' ')),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(lines, (all) => {
      const typed = all.join('\n');
      expect(again(typed)).toBe(typed);
    }),
  );
});

test('whatever is typed, Slack takes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const rich = richTextFrom(typed);
      if (rich !== null) expect(richText.safeParse(rich).success).toBe(true);
    }),
  );
});
