import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { describeScopes } from '../../../../../src/slack/messages/scopes/scope_description.ts';

describe('a scope description', () => {
  it('says what the integration does with which data, in plain words', () => {
    const scopes = [
      'meeting:read:meeting:admin',
      'meeting:read:list_past_participants:admin',
      'meeting:write:meeting:admin',
      'meeting:delete:meeting:admin',
      'user:read:user:admin',
    ];
    expect(describeScopes(scopes, 'shows upcoming meetings in the CRM.')).toBe(
      'Shows upcoming meetings in the CRM. It reads meetings (with past participants) and users. It creates or changes meetings. It deletes meetings. It uses the data only for this purpose, for the users of the account that authorizes it.',
    );
  });

  it('knows whose data it is about', () => {
    expect(describeScopes(['user:read:user'], '')).toBe(
      'This integration connects Zoom to StackOne. It reads users. It uses the data only for this purpose, and only that of the person who authorizes it.',
    );
  });

  it('fits the field for any list and any purpose, and holds no scope string', () => {
    const scope = fc.constantFrom(...catalogue.scopes.map((row) => row.scope));
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 300 }), fc.string({ maxLength: 500 }), (scopes, purpose) => {
        const text = describeScopes(scopes, purpose.replaceAll(':', ''));
        expect(text.length).toBeLessThanOrEqual(1000);
        expect(text).not.toMatch(/:(read|write|update|delete):/);
      }),
      { numRuns: 50 },
    );
  });
});
