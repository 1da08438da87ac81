import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core/scopes/catalogue.ts';
import { parsePaste } from '../../../src/core/scopes/grammar.ts';
import { checkScopes } from '../../../src/core/scopes/verdict.ts';
import { correctedList } from '../../../src/slack/messages/corrected_list.ts';
import { scopeReportMessage } from '../../../src/slack/messages/scope_report.ts';
import { read } from './reading.ts';
import { mischief } from './samples.ts';

const report = (text: string, type: 'admin' | 'user' = 'admin') => checkScopes(parsePaste(text), type);
const words = (text: string, type: 'admin' | 'user' = 'admin') =>
  read(scopeReportMessage(report(text, type), type));

describe('the scope report', () => {
  it('sorts into Fix, Confirm, Good to know and Fine, and gives the corrected list to copy', () => {
    const text = [
      'meeting:read:meeting:admin',
      'user:read:user',
      'meeting:read:nothing_like_it:admin',
      'meeting:read:admin',
      'user:read:user:admin',
      'user:read:user:admin',
    ].join('\n');
    expect(words(text)).toMatchSnapshot();
  });

  it('has no list to copy when nothing has to change', () => {
    const text = words('meeting:read:meeting:admin user:read:user:admin');
    expect(text).toContain('*Fine* (2)');
    expect(text).not.toContain('Corrected list');
  });

  it('gives a list that Zoom would take as a whole', () => {
    const { scopes } = correctedList(
      report('user:read:user meeting:read:meeting:admin meeting:read:*'),
      'admin',
    );
    expect(scopes).toEqual(['meeting:read:meeting:admin', 'user:read:user:admin']);
    expect(checkScopes(scopes, 'admin').passes).toBe(true);
  });

  it('counts what has no place in the corrected list', () => {
    expect(words('meeting:read:* user:read:user')).toContain('1 scope of yours is not in it');
  });

  it('names the version of the catalogue', () => {
    expect(words('user:read:user:admin')).toMatch(/Catalogue of Zoom scopes: \d{4}-\d{2}/);
  });

  it('says what to do about an empty list', () => {
    expect(words('')).toContain('Zoom wants at least one');
  });

  it('fits thousands of scopes, and says how many are not shown', () => {
    const many = (line: (i: number) => string) => Array.from({ length: 3000 }, (_, i) => line(i)).join('\n');
    const wrong = words(many((i) => `meeting:read:thing_${i}:*`));
    expect(wrong).toMatch(/… and [\d,]+ more, not shown here/);
    const unknown = words(many((i) => `meeting:read:thing_${i}:admin`));
    expect(unknown).toMatch(/\*Confirm\* \(3000\)/);
    const mixed = words(
      `${many((i) => `meeting:read:thing_${i}:admin`)}\n${many((i) => `webinar:read:${i}_${'x'.repeat(80)}`)}`,
    );
    expect(mixed.length).toBeLessThan(13_200);
  });

  it('shows hostile text as text', () => {
    for (const text of [
      mischief,
      `meeting:read:${'<!channel>'}:admin`,
      'meeting:read:@here',
      'мeeting:read:meeting',
    ]) {
      const message = scopeReportMessage(report(text), 'admin');
      read(message);
      expect(JSON.stringify(message)).not.toMatch(/<!channel>|<@U0BAD>/);
    }
  });
});

describe('the corrected list', () => {
  const known = catalogue.scopes.map(({ scope }) => scope);
  const scope = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...known).map((one) => `${one}:user`),
    fc.constantFrom(...known).map((one) => one.toUpperCase()),
    fc.constantFrom(
      'meeting:read:admin',
      'user:master',
      'meeting:read:*',
      'nonsense',
      'a:read:b',
      'mеeting:read:meeting',
    ),
  );
  const type = fc.constantFrom('admin' as const, 'user' as const);

  it('always passes, whatever the list was', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 25 }), type, (scopes, managementType) => {
        const { scopes: corrected } = correctedList(checkScopes(scopes, managementType), managementType);
        if (corrected.length > 0) expect(checkScopes(corrected, managementType).passes).toBe(true);
      }),
    );
  });

  it('is the same for every order and any repeats, and a second correction changes nothing', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 25 }), type, (scopes, managementType) => {
        const correct = (list: readonly string[]) =>
          correctedList(checkScopes(list, managementType), managementType).scopes;
        const once = correct(scopes);
        expect(correct([...scopes].reverse().concat(scopes))).toEqual(once);
        expect(correct(once)).toEqual(once);
      }),
    );
  });
});
