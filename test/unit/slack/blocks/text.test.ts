import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channel,
  count,
  cut,
  cutMrkdwn,
  escapeMrkdwn,
  named,
  people,
  person,
  plainLine,
  typed,
  wordList,
} from '../../../../src/slack/blocks/text.ts';

describe('text of a person', () => {
  it('cannot mention, link, format or break the line', () => {
    expect(typed('<!channel> & <@U1|x> <https://a.b|c>')).toBe(
      '&lt;!channel&gt; &amp; &lt;@U1|x&gt; &lt;https://a.b|c&gt;',
    );
    expect(typed('*a* ~b~ `c` _d_ e_f')).toBe('∗a∗ ∼b∼ ˋcˋ ˍdˍ e_f');
    expect(typed('a\n> b\tc\u2028d')).toBe('a &gt; b c d');
  });

  it('cannot call a channel by its plain word', () => {
    for (const word of ['@channel', '@here', '@everyone', '@HERE']) expect(typed(word)).not.toContain(word);
    expect(typed('ana@example.com')).toBe('ana@example.com');
  });

  it('loses what cannot be seen or turns the direction of text, and keeps emoji and Persian', () => {
    expect(plainLine('a\u202Eb\u200Bc\u0000d')).toBe('abcd');
    expect(plainLine('👩‍👩‍👧')).toBe('👩‍👩‍👧');
    expect(plainLine('می\u200Cخواهم')).toContain('\u200C');
  });

  it('keeps right-to-left words to themselves', () => {
    expect(plainLine('שלום')).toBe('\u2068שלום\u2069');
  });

  it('is never an empty name', () => {
    expect(named('\u200B')).toBe('unnamed');
  });

  it('shows whatever was typed, and nothing that Slack would read as its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = typed(text);
        expect(shown).not.toMatch(/[<>*~`\n]/);
        expect(shown.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('cutting', () => {
  it('never exceeds the limit, and says that something was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (text, max) => {
          const short = cut(escapeMrkdwn(text), max);
          expect(short.length).toBeLessThanOrEqual(max);
          expect(short === escapeMrkdwn(text) || short.endsWith('…')).toBe(true);
          expect(short).toBe(Buffer.from(short).toString());
        },
      ),
    );
  });

  it('never cuts an entity, a mention or a character in two', () => {
    expect(cut('ab&lt;cd', 5)).toBe('ab…');
    expect(cut('ab <@U0123456789> cd', 10)).toBe('ab…');
    expect(cut('ab <!date^1^{date}|x> cd', 20)).toBe('ab…');
    expect(cut('ab🎉cd', 4)).toBe('ab…');
    expect(cut('ab👩‍👩‍👧‍👦cd', 10)).toBe('ab…');
    expect(cut('ab🇩🇪🇫🇷', 8)).toBe('ab🇩🇪…');
    expect(cut('abe\u0301\u0302cd', 5)).toBe('ab…');
  });

  it('leaves short text alone', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cutMrkdwn('*a', 2)).toBe('*a');
  });

  it('ends bold text and code where it ends them', () => {
    expect(cutMrkdwn('Not active: *Anastasia*', 20)).toBe('Not active: *Anas…*');
    expect(cutMrkdwn('*Not active:* Anastasia', 20)).toBe('*Not active:* Ana…');
    expect(cutMrkdwn('*see `client_id`*', 12)).toBe('*see `cli…`*');
  });
});

describe('people and places', () => {
  it('are mentioned by id only, and at most ten at once', () => {
    expect(people(['U1', 'U2'])).toBe('<@U1> and <@U2>');
    expect(people([])).toBe('nobody');
    expect(people(Array.from({ length: 100 }, (_, i) => `U${i}`))).toMatch(/<@U9> and 90 more$/);
    expect(person('greenroom')).toBe('Greenroom');
    expect(person('U1|<!channel>')).not.toContain('<!');
    expect(channel('C1')).toBe('<#C1>');
    expect(channel('nonsense>')).toBe('the channel');
  });
});

it('counts and lists in English', () => {
  expect([count(1, 'scope'), count(0, 'scope'), count(3000, 'scope')]).toEqual([
    '1 scope',
    '0 scopes',
    '3,000 scopes',
  ]);
  expect([wordList([]), wordList(['a']), wordList(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a, b or c']);
});
