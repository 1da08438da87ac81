import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { findScopes } from '../../../../../src/core/scopes/search/find_scopes.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';

const MEGABYTE = 1_048_576;
const filled = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);

/** What makes careless expressions slow, and what pastes are made of. */
const pieces: readonly string[] = [
  'a',
  ':',
  'a:',
  ':a',
  '_',
  '*',
  '%',
  '%25',
  '%3A',
  '%2520',
  '<',
  '<a ',
  '<b>',
  '&',
  '&#',
  '&#58;',
  '{',
  '[',
  '"',
  '\\',
  '\\n',
  '/',
  'a/',
  '//',
  '-',
  '. ',
  '\u200b',
  '\u202e',
  '\ufeff',
  '：',
  'м',
  'é',
  '😀',
  '\ud800',
  '\0',
  '\n',
  '\t',
  ' ',
  'meeting:',
  'meeting:read:',
  'meeting:read:meeting ',
  'meeting : read : ',
  'meeting:read:meeting:admin',
  'scope=',
  'scope:',
  'oauth_information',
  '{"oauth_information":',
  '{"scopes":["',
  'xox',
  'A1b2',
  'ZOOM_SCOPES=',
  '1. ',
  '- [ ] ',
];

/** For a machine that has much else to do: nothing here is timed. */
const busyMachine = { timeout: 120_000 };

describe('any paste up to a megabyte', busyMachine, () => {
  it.each(pieces)('%j again and again is read to its end', (piece) => {
    const paste = parsePaste(filled(piece));
    expect(paste.cut).toBe(false);
    expect(paste.ignored).toBeGreaterThanOrEqual(0);
  });

  it('is never thrown at, and what is found stands where it is said to', () => {
    const part = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 }));
    const text = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 400 }))
      .map(([parts, times]) => parts.join('').repeat(times).slice(0, MEGABYTE));
    fc.assert(
      fc.property(text, (paste) => {
        const { found } = parsePaste(paste);
        for (const each of found.slice(0, 50)) {
          expect(each.position).toBeLessThan(paste.length);
          expect(paste.slice(each.position, each.position + each.text.length)).toBe(each.text);
        }
        const report = checkScopes(
          { found: found.slice(0, 200), ignored: 0, source: 'list', cut: false },
          'admin',
        );
        expect(checkScopes(report.accepted, 'admin').blocking).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('can be asked for, too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        expect(findScopes(parts.join('')).kind).toMatch(/^(scope|scopes|classic|event|operations|nothing)$/);
      }),
      { numRuns: 150 },
    );
  });
});
