import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideText } from '../../../../src/core/text/text_parts.ts';

describe('a text in parts', () => {
  it.each([
    ['nothing', '', []],
    ['one line', 'abc', ['abc']],
    ['what fits exactly', 'ab\ncd\nef', ['ab\ncd', 'ef']],
    ['a line end at the very end of a part', 'abcde\nf', ['abcde', 'f']],
    ['a line that is too long', 'abcdefgh\ni', ['abcde', 'fgh\ni']],
    ['empty lines', '\n\n\n\n\n\na', ['\n\n\n\n\n', 'a']],
    ['a character of two units at the end', 'abcd😀', ['abcd', '😀']],
  ])('is divided at line ends: %s', (_, text, parts) => {
    expect(divideText(text, { parts: 9, length: 5 })).toEqual({ parts, left: 0 });
  });

  it('says how much is left when the parts are used up', () => {
    expect(divideText('aaaaa\nbbbbb\nccccc', { parts: 2, length: 5 })).toEqual({
      parts: ['aaaaa', 'bbbbb'],
      left: 5,
    });
  });

  it('loses nothing but line ends, ends, and keeps the length, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (text, length) => {
          const { parts, left } = divideText(text, { parts: 1_000, length });
          expect(left).toBe(0);
          expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(length);
          expect(parts).not.toContain('');
        },
      ),
    );
  });
});
