import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimEnd } from '../../../../src/core/text/trim_end.ts';

describe('trimming the end of a text', () => {
  it('drops exactly the run of characters at the end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', '😀', '\ud83d', '\ude00', ' '), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const drops = new Set(right);
        const kept = trimEnd(left + right, (character) => drops.has(character));
        expect((left + right).startsWith(kept)).toBe(true);
        expect([...(left + right).slice(kept.length)].every((character) => drops.has(character))).toBe(true);
        expect(drops.has([...kept].at(-1) ?? 'nothing')).toBe(false);
      }),
    );
  });

  it('looks at no character twice, and only at those from the end on', () => {
    let looks = 0;
    const text = `${' '.repeat(5_000)}a${' '.repeat(5_000)}`;
    trimEnd(text, (character) => {
      looks += 1;
      return character === ' ';
    });
    expect(looks).toBe(5_001);
  });
});
