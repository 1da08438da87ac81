import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWhole } from '../../../../src/core/text/cut.ts';
import { wellFormed, wellFormedText } from '../../../../src/core/text/well_formed.ts';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap(textsIn)
    : Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
};
/** Any UTF-16, halves of pairs and NULs often among it. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('\ud83d', '\ude00', '\0', 'a', '😀', 'é'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));

describe('text that is no well-formed text', () => {
  it.each([
    ['half an emoji at the end', 'Acme \ud83d', 'Acme \ufffd'],
    ['half an emoji in the middle', 'A\ude00B', 'A\ufffdB'],
    ['a NUL', 'Ac\0me', 'Acme'],
    ['nothing but NULs', '\0\0', ''],
    ['whole emoji', '😀👩‍👩‍👧‍👦🇩🇪', '😀👩‍👩‍👧‍👦🇩🇪'],
    ['accents as they were typed', 'e\u0301 é', 'e\u0301 é'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\r\n\tb'],
  ])('is made well formed, and nothing else is changed: %s', (_what, text, whole) => {
    expect(wellFormedText(text)).toBe(whole);
  });

  it('is nowhere in a payload any more, keys included', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyText, anyText, (json, key, text) => {
        const clean = wellFormed({ json, [key]: [text, { [text]: key }] });
        for (const each of textsIn(clean)) {
          expect(each.isWellFormed()).toBe(true);
          expect(each).not.toContain('\0');
        }
      }),
    );
  });

  it('leaves a payload alone that has none', () => {
    const payload = { a: ['b', { c: 1, d: null, e: true }], f: '😀' };
    expect(wellFormed(payload)).toBe(payload);
  });

  it('is not followed into any depth', () => {
    const depth = 200_000;
    const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(() => wellFormed({ deep, text: 'a\0' })).not.toThrow();
  });

  it('keeps a key that means something to JavaScript an ordinary one', () => {
    const parsed: unknown = JSON.parse('{"__proto__": {"admin": "a\\u0000"}}');
    const clean = wellFormed(parsed);
    expect(JSON.stringify(clean)).toBe('{"__proto__":{"admin":"a"}}');
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
  });
});

describe('cutting a text', () => {
  it.each([
    ['Acme 😀', 6, 'Acme '],
    ['👩‍👩‍👧‍👦', 7, '👩‍👩'],
    ['ab👩‍👩‍👧‍👦', 7, 'ab'],
    ['ab👍🏽', 4, 'ab'],
    ['🇩🇪🇫🇷', 6, '🇩🇪'],
    ['ae\u0301', 2, 'a'],
    ['한국', 1, '한'],
    ['कि', 1, 'क'],
    ['a\r\nb', 2, 'a\r'],
    ['Acme', 4, 'Acme'],
    ['Acme', 0, ''],
  ])('%j to %i units leaves %j', (text, most, short) => {
    expect(cutWhole(text, most)).toBe(short);
  });

  it('never leaves more than asked for, nor half a pair where there was none', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (whole, most) => {
        const short = cutWhole(whole, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(whole.startsWith(short)).toBe(true);
        expect(short.isWellFormed()).toBe(whole.isWellFormed());
      }),
    );
  });

  it('keeps something of a heap of accents that is too long as a whole', () => {
    const heap = `a${'\u0301'.repeat(500)}`;
    expect(cutWhole(heap, 50)).toBe(heap.slice(0, 50));
  });
});
