import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManagementType } from '../../../../../src/core/checks/check.ts';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { asPlainText } from '../../../../../src/slack/blocks/phrase.ts';
import { summariseReport } from '../../../../../src/slack/messages/scope_report/report_summary.ts';
import { explainVerdict } from '../../../../../src/slack/messages/scope_report/verdict_sentence.ts';

function sum(scopes: readonly string[], type: ManagementType): string {
  return summariseReport(checkScopes(scopes, type), type);
}

function ofPaste(text: string): string {
  return summariseReport(checkScopes(parsePaste(text), 'admin'), 'admin');
}

describe('a list in words', () => {
  it('says that all is well', () => {
    expect(sum(['meeting:read:meeting', 'user:read:user'], 'user')).toBe(
      'All 2 scopes can go into user-managed apps.',
    );
  });

  it('says that there must be one', () => {
    expect(sum([], 'user')).toBe('There is no scope in this list. Zoom wants at least one.');
  });

  it('counts what must change, what must be confirmed, and names a mixed list', () => {
    expect(sum(['meeting:read:meeting', 'user:read:user:admin', 'foo:read:bar'], 'user')).toBe(
      '1 scope must be changed or removed, and 1 scope is not in the catalogue and must be confirmed; 1 of 3 can go into user-managed apps. The list mixes admin and user scopes; one app can hold only one kind.',
    );
  });

  it('says that a manifest is cut off, and to paste its rest', () => {
    const text =
      '{"manifest":{"oauth_information":{"scopes":[{"scope":"user:read:user:admin","optional":false},{"scope":"us';
    expect(ofPaste(text)).toContain(
      'The manifest is cut off: paste its rest too, what is not here was not read.',
    );
  });

  it('says that of alternatives in an error of Zoom one is enough', () => {
    const error =
      'Invalid access token, does not contain scopes:[meeting:read:meeting, meeting:read:meeting:admin].';
    expect(ofPaste(error)).toBe(
      "The scope can go into admin-managed apps. Zoom's error lists alternatives: usually one of them is enough.",
    );
  });

  it('has sentences for whatever was pasted', () => {
    const known = fc.constantFrom(...catalogue.scopes.map(({ scope }) => scope));
    const noise = fc.array(fc.oneof(known, fc.string({ unit: 'binary' }), fc.json()), { maxLength: 12 });
    const between = fc.constantFrom(' ', '\n', ':', '', '%20', '<b>', '{');
    fc.assert(
      fc.property(noise, between, fc.constantFrom('admin' as const, 'user' as const), (parts, sign, type) => {
        const report = checkScopes(parsePaste(parts.join(sign)), type);
        expect(summariseReport(report, type)).toMatch(/\.$/);
        for (const verdict of report.verdicts) expect(asPlainText(explainVerdict(verdict))).toMatch(/[.?]$/);
      }),
    );
  });
});
