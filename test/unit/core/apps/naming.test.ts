import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, nearestNames } from '../../../../src/core/apps/app_name.ts';
import { distanceToBeginning, distanceWithin } from '../../../../src/core/text/edit_distance.ts';

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
    expect(distanceWithin(a, b, 9)).toBe(distance);
  });

  test('is the same in both directions, nothing for the same text, and never more than the longer text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distanceWithin(a, b, 9)).toBe(distanceWithin(b, a, 9));
        expect(distanceWithin(a, b, 9) === 0).toBe(a === b);
        expect(distanceWithin(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distanceWithin(a, b, 9)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
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

  test('are those of which only the beginning was typed, with an error in it', () => {
    expect(nearestNames('nortwind', names)).toEqual(['Northwind Calls']);
    expect(nearestNames('conoso', names)).toEqual(['Contoso']);
  });

  test('are looked for once in each name, and not at all for a text that is no name', () => {
    let compared = 0;
    const counting: typeof distanceToBeginning = (typed, name, most) => {
      compared += 1;
      expect(typed.length * (2 * most + 1)).toBeLessThanOrEqual(200 * 13);
      return distanceToBeginning(typed, name, most);
    };
    const many = Array.from({ length: 500 }, (_, at) => `Integration ${at} of a customer with a long name`);
    for (const typed of ['x', 'intergation', 'q'.repeat(50), 'q'.repeat(200)]) {
      compared = 0;
      nearestNames(typed, many, 3, counting);
      expect(compared).toBeLessThanOrEqual(many.length);
    }
    compared = 0;
    for (const typed of ['q'.repeat(201), 'Integration '.repeat(250), 'ﷺ'.repeat(4_000)])
      expect(nearestNames(typed, many, 3, counting)).toEqual([]);
    expect(compared).toBe(0);
  });
});

describe('the distance to a beginning', () => {
  test('is that of the nearest of the beginnings, and of the whole', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 4 }), (typed, whole, most) => {
        const beginnings = [-1, 0, 1].map((more) => whole.slice(0, Math.max(0, typed.length + more)));
        const distances = [whole, ...beginnings].map((one) => distanceWithin(typed, one, most) ?? most + 1);
        const nearest = Math.min(...distances);
        expect(distanceToBeginning(typed, whole, most)).toBe(nearest > most ? undefined : nearest);
      }),
    );
  });
});
