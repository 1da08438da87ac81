import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { correctedList } from '../../../../../src/core/scopes/verdict/corrected_list.ts';
import { viewBlocks } from '../../../../../src/slack/blocks/fit.ts';
import { scopeReportMessage } from '../../../../../src/slack/messages/scope_report/scope_report.ts';
import { scopeReportInModal } from '../../../../../src/slack/messages/scope_report/scope_report_modal.ts';
import { adviceFor } from '../../../../../src/slack/messages/scope_report/verdict_advice.ts';
import { read, readModal } from '../reading.ts';
import { mischief } from '../samples.ts';

const report = (text: string, type: 'admin' | 'user' = 'admin') => checkScopes(parsePaste(text), type);
const words = (text: string, type: 'admin' | 'user' = 'admin') =>
  read(scopeReportMessage(report(text, type), type));

describe('the scope report', () => {
  const someOfEach = [
    'meeting:read:meeting:admin',
    'user:read:user',
    'meeting:read:nothing_like_it:admin',
    'meeting:read:admin',
    'user:read:user:admin',
    'user:read:user:admin',
  ].join('\n');

  it('is a table of Fix, Confirm, Note and Fine, and gives the corrected list to copy', () => {
    expect(words(someOfEach)).toMatchSnapshot();
  });

  it('says the same without the table, for a notification or a screen reader', () => {
    expect(scopeReportMessage(report(someOfEach), 'admin').text).toMatchSnapshot();
  });

  it('stands in groups and sentences in a modal, which shows no tables', () => {
    expect(readModal(scopeReportInModal(report(someOfEach), 'admin').blocks)).toMatchSnapshot();
  });

  it.each([
    [
      'm\u0435eting:read:meeting:admin',
      '“\u0435” is a Cyrillic letter, not “e”. Use meeting:read:meeting:admin',
    ],
    ['meeting:read:meeting:user', 'Zoom has no :user ending. Use meeting:read:meeting:admin'],
    ['meeting:read:*', 'Zoom knows no wildcard. Name every scope'],
    ['user:read:user:master', 'Use user:read:user:admin'],
    ['calendar:read:list_settings', 'Remove: only user-managed apps have it'],
    ['marketplace:update:client_secret', 'Remove: Zoom refuses it in a General app'],
    ['user:read:usr:admin', 'Not in the catalogue. Did you mean user:read:user:admin?'],
    ['brandnew:read:thing', 'Not in the catalogue. Its ending does not fit admin-managed apps'],
    ['Meeting:Read:Adminview', 'Not in the catalogue'],
    ['AccountProfile:Read', 'A permission of a Zoom role, no scope. Remove it'],
    ['User:Read', 'Remove it, or write user:read if you mean the classic scope'],
    ['whatever:read:admin', 'written like a classic scope. Do you see it in Zoom?'],
    ['meeting:read:adminView', 'Use meeting:read:admin'],
    ['meeting:read', 'Use what is needed of meeting:read:meeting:admin'],
    ['imchat:bot', 'Needs the product Team Chat'],
    ['imchat:userapp', 'Keep it only if Zoom offers it'],
    ['meeting:read:user_settings_nobody_knows:admin', 'Do you see it in Zoom?'],
  ])('says of %s what to do: %s', (scope, advice) => {
    expect(words(scope)).toContain(advice);
  });

  it('has no list to copy when nothing has to change', () => {
    const text = words('meeting:read:meeting:admin user:read:user:admin');
    expect(text).toContain('user:read:user:admin | Fine | –');
    expect(text).not.toContain('Corrected list');
  });

  it('gives a list that Zoom would take as a whole', () => {
    const { scopes } = correctedList(report('user:read:user meeting:read:meeting:admin meeting:read:*'));
    expect(scopes).toEqual(['meeting:read:meeting:admin', 'user:read:user:admin']);
    expect(checkScopes(scopes, 'admin').passes).toBe(true);
  });

  it('counts what has no place in the corrected list', () => {
    expect(words('meeting:read:* user:read:user')).toContain('1 scope of yours is not in it');
  });

  it('names the version of the catalogue', () => {
    expect(words('user:read:user:admin')).toMatch(
      /Catalogue of Zoom scopes: [A-Z][a-z]+ \d{4}\. Zoom may have newer ones/,
    );
  });

  it('says what to do about an empty list', () => {
    expect(words('')).toContain('Zoom wants at least one');
  });

  it('fits thousands of scopes, and says how many are not shown', () => {
    const many = (line: (i: number) => string) => Array.from({ length: 3000 }, (_, i) => line(i)).join('\n');
    const wrong = words(many((i) => `meeting:read:thing_${i}:*`));
    expect(wrong).toContain('… and 2,901 more that do not fit here: 2,901 to fix.');
    const some = words(`${many((i) => `meeting:read:thing_${i}:admin`)} user:read:user user:read:user:admin`);
    expect(some).toMatch(/… and [\d,]+ more that do not fit here: [\d,]+ to confirm and 1 fine\./);
    const inModal = scopeReportInModal(report(many((i) => `meeting:read:thing_${i}:*`)), 'admin');
    expect(readModal(viewBlocks(inModal.blocks))).toMatch(/… and [\d,]+ more, not shown here/);
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
        const { scopes: corrected } = correctedList(checkScopes(scopes, managementType));
        if (corrected.length > 0) expect(checkScopes(corrected, managementType).passes).toBe(true);
      }),
    );
  });

  it('holds nothing but what is in the list or named in the advice about it', () => {
    const concatenated = fc.constantFrom(...known).map((one) => `${one}View a thing`);
    const roles = fc.constantFrom(
      'AccountProfile:Read',
      'User:Edit',
      'meeting:read:adminView',
      'widget:read',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scope, concatenated, roles), { maxLength: 12 }),
        type,
        (list, managementType) => {
          const checked = checkScopes(list, managementType);
          const { scopes, open } = correctedList(checked);
          const advised = checked.verdicts.flatMap((verdict) => [
            verdict.scope,
            ...(adviceFor(verdict).advice.match(/[a-z0-9_]+(?::[a-z0-9_ ]+)+/g) ?? []),
          ]);
          const words = advised.flatMap((name) => [name, name.replace(/ if you see it in zoom$/i, '')]);
          for (const each of [...scopes, ...open]) expect(words).toContain(each);
        },
      ),
    );
  });

  it('leaves a classic scope of the other kind to a person: it stands for many granular ones', () => {
    const checked = checkScopes(['meeting:read', 'user:read:user'], 'admin');
    expect(correctedList(checked)).toEqual({
      scopes: ['user:read:user:admin'],
      open: [],
      changed: true,
      lost: 1,
    });
    expect(correctedList(checkScopes(['meeting:read:adminView a meeting'], 'admin')).scopes).toEqual([
      'meeting:read:admin',
    ]);
  });

  it('is the same for every order and any repeats, and a second correction changes nothing', () => {
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 25 }), type, (scopes, managementType) => {
        const correct = (list: readonly string[]) => correctedList(checkScopes(list, managementType)).scopes;
        const once = correct(scopes);
        expect(correct([...scopes].reverse().concat(scopes))).toEqual(once);
        expect(correct(once)).toEqual(once);
      }),
    );
  });
});
