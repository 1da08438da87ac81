import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isBreaking, newestVersion } from '../../../../src/core/drift/connector_version.ts';

describe('the order of versions', () => {
  it('is that of semver, from the oldest to the newest', () => {
    const ordered = [
      '0.9.9',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0',
      '10.0.0',
    ];
    for (const [index, one] of ordered.entries())
      for (const [place, other] of ordered.entries())
        expect(Math.sign(compareVersions(one, other) ?? Number.NaN), `${one} ${other}`).toBe(
          Math.sign(index - place),
        );
  });

  it.each([
    ['v2', '2.0.0'],
    ['2.0', '2.0.0'],
    [' 2.0.0 ', '2.0.0'],
    ['2.0.0+build.7', '2.0.0'],
  ])('takes %j for %j', (one, other) => {
    expect(compareVersions(one, other)).toBe(0);
  });

  it.each([
    '',
    'latest',
    '1.x',
    '2026-11-28T09:00',
    'one',
    '1.2.3.4',
    '-1',
    '1..2',
    '１.0',
    '\u0000',
    '9'.repeat(400),
  ])('is not known of %j, and no breaking change either', (odd) => {
    for (const version of ['1.0.0', '99.0.0', odd]) {
      expect(compareVersions(odd, version)).toBeNull();
      expect(isBreaking(version, odd)).toBe(false);
      expect(isBreaking(odd, version)).toBe(false);
    }
    expect(newestVersion([odd])).toBeNull();
    expect(newestVersion([odd, '1.0.0', odd])).toBe('1.0.0');
  });

  const version = fc
    .tuple(
      fc.nat({ max: 12 }),
      fc.nat({ max: 12 }),
      fc.nat({ max: 12 }),
      fc.constantFrom('', '-rc.1', '-2', '+b'),
    )
    .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`);

  it('is one order', () => {
    const check = (a: string, b: string, c: string) => {
      expect(Math.sign(compareVersions(a, b) ?? 9) + Math.sign(compareVersions(b, a) ?? 9)).toBe(0);
      if ((compareVersions(a, b) ?? 1) <= 0 && (compareVersions(b, c) ?? 1) <= 0)
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      expect(isBreaking(a, b) && isBreaking(b, a)).toBe(false);
    };
    fc.assert(fc.property(version, version, version, check));
  });

  it('never throws, whatever StackOne sends', () => {
    const check = (a: string, b: string) => {
      compareVersions(a, b);
      isBreaking(a, b);
      newestVersion([a, b]);
    };
    fc.assert(fc.property(fc.string(), fc.string(), check));
  });
});
