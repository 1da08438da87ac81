import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nameKey, nearestNames } from '../../src/core/naming.ts';

describe('the folded name', () => {
  test.each([
    ['Acme Zoom', 'acme zoom'],
    ['  ACME   zoom ', 'acme zoom'],
    ['Acmé Zoöm', 'acme zoom'],
    ['Acme-Zoom (Production)', 'acme zoom production'],
    ['Acme_Zoom/v2', 'acme zoom v2'],
    ['Ａｃｍｅ', 'acme'],
    ['İstanbul', 'istanbul'],
    ['Ørsted', 'ørsted'],
    ['Ünïcode №5', 'unicode no5'],
    ['東京 ズーム', '東京 ズーム'],
    ['हिंदी का', 'हिंदी का'],
    ['Зум Ё', 'зум е'],
    ['줌 한국', '줌 한국'],
    ['Zoom 5️⃣ ✔️', 'zoom 5'],
    ['🎥 !!', ''],
    ['', ''],
  ])('of "%s" is "%s"', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  test('keeps names apart that differ in more than case, accents, spacing and punctuation', () => {
    const keys = ['Acme Zoom', 'AcmeZoom', 'Acme Zoom 2', 'Acme Zoon', 'か', 'が', 'का', 'की'].map(nameKey);
    expect(new Set(keys).size).toBe(8);
  });

  test('of a folded name is itself, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });

  test('holds letters, digits and single blanks only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect(nameKey(name)).toMatch(/^([\p{L}\p{M}\p{N}]+( [\p{L}\p{M}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe('the edit distance', () => {
  test.each([
    ['', '', 0],
    ['zoom', 'zoom', 0],
    ['zoom', '', 4],
    ['zoom', 'zoon', 1],
    ['zoom', 'zom', 1],
    ['zoom', 'zoomi', 1],
    ['zoom', 'ozom', 1],
    ['zoom', 'mooz', 2],
    ['kitten', 'sitting', 3],
  ])('from "%s" to "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is the same in both directions, nothing for the same text, and never more than the longer text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('the nearest names', () => {
  const names = ['Acme Zoom', 'Acme Zoom Test', 'Northwind Calls', 'Contoso'];

  test.each([
    ['acme zom', ['Acme Zoom']],
    ['amce zoom', ['Acme Zoom']],
    ['nothwind', ['Northwind Calls']],
    ['calls', ['Northwind Calls']],
    ['contosso', ['Contoso']],
    ['something else', []],
  ])('to "%s" are %j', (typed, nearest) => {
    expect(nearestNames(typed, names).slice(0, 1)).toEqual(nearest.slice(0, 1));
  });

  test('come best first, and no more than asked for', () => {
    expect(nearestNames('acme zoom tes', names, 2)).toEqual(['Acme Zoom', 'Acme Zoom Test']);
    expect(nearestNames('zoom', names, 1)).toHaveLength(1);
  });
});
