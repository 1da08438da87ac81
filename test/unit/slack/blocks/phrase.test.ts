import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asMrkdwn, asPlainText, inlineCode, joined, phrase } from '../../../../src/slack/blocks/phrase.ts';

it('is escaped as mrkdwn, and left as it is in plain text', () => {
  const words = phrase`Use ${inlineCode('a<b>&`c')}, not ${'<!here>'} (${2}).`;
  expect(asMrkdwn(words)).toBe("Use `a&lt;b&gt;&amp;'c`, not &lt;!here&gt; (2).");
  expect(asPlainText(words)).toBe("Use a<b>&'c, not <!here> (2).");
});

it('holds other phrases, one by one or joined', () => {
  const all = joined(['a', inlineCode('b'), phrase`c ${inlineCode('d')}`], ', ');
  expect(asMrkdwn(phrase`${all}.`)).toBe('a, `b`, c `d`.');
  expect(asMrkdwn(joined([], ', '))).toBe('');
});

it('shows any text as it was typed but for backticks, and nothing in it is markup of Slack', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (plain, code) => {
      const words = phrase`${plain}${inlineCode(code)}`;
      expect(asPlainText(words)).toBe(plain + code.replaceAll('`', "'"));
      expect(asMrkdwn(words)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
    }),
  );
});
