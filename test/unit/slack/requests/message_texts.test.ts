import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../src/core/scopes/parse/parse_paste.ts';
import { messageTexts } from '../../../../src/slack/requests/message_texts.ts';

const scope = 'user:read:list_users:admin';
const other = 'meeting:read:list_meetings:admin';
const piece = (text: string) => ({ type: 'text', text });

const messages: readonly (readonly [string, object, readonly string[]])[] = [
  ['plain text', { text: `${scope}, ${other}` }, [scope, other]],
  [
    'text with entities and a link',
    { text: `&gt; <https://zoom.us|${scope}> &amp; ${other}` },
    [scope, other],
  ],
  [
    'a list of rich text, one item a line',
    {
      text: '',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              elements: [scope, other].map((each) => ({
                type: 'rich_text_section',
                elements: [piece(each)],
              })),
            },
          ],
        },
      ],
    },
    [scope, other],
  ],
  [
    'rich text that changes its style within a scope',
    {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [piece('user:read:'), piece('list_users:admin')] },
          ],
        },
      ],
    },
    [scope],
  ],
  [
    'a code block',
    {
      blocks: [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_preformatted', elements: [piece(`${scope}\n${other}`)] }],
        },
      ],
    },
    [scope, other],
  ],
  [
    'fields of a section, which stand beside each other',
    { blocks: [{ type: 'section', fields: [scope, other].map((text) => ({ type: 'mrkdwn', text })) }] },
    [scope, other],
  ],
  [
    'an attachment of another app',
    {
      text: 'Alert',
      attachments: [{ fallback: 'x', fields: [{ title: 'scope', value: scope }], text: other }],
    },
    [scope, other],
  ],
  ['a block type that nobody knows', { blocks: [{ type: 'novelty', inside: { text: scope } }] }, [scope]],
  ['nothing at all', {}, []],
  ['fields of another type', { text: null, blocks: 'none', attachments: { text: scope } }, []],
];

describe('what a message says', () => {
  it.each(messages)('%s', (_name, message, scopes) => {
    const found = messageTexts(message).map((text) =>
      parsePaste(text)
        .found.map((one) => one.normalised)
        .sort(),
    );
    const best = found.toSorted((a, b) => b.length - a.length)[0] ?? [];
    expect(best).toEqual([...scopes].sort());
  });

  it('is bounded in length and depth, and never throws', () => {
    let deep: object = { text: scope };
    for (let level = 0; level < 10_000; level += 1) deep = { elements: [deep] };
    expect(messageTexts({ blocks: [deep] })).toEqual([]);
    const long = messageTexts({ text: 'a'.repeat(1_000_000), blocks: [{ text: 'b'.repeat(1_000_000) }] });
    for (const text of long) expect(text.length).toBeLessThanOrEqual(100_000);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('text', 'blocks', 'attachments'), fc.anything()),
        (message) => {
          for (const text of messageTexts(message)) expect(typeof text).toBe('string');
        },
      ),
    );
  });
});
