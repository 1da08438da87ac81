import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { packScopes, unpackScopes } from '../../../../../src/core/scopes/catalogue/packed_scopes.ts';

const known = catalogue.scopes.map(({ scope }) => scope).filter((scope) => !scope.includes(' '));

describe('a packed list', () => {
  it('comes back as it was, whatever is in it', () => {
    const scope = fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[a-z]{1,8}:read:[a-z_]{1,12}$/));
    fc.assert(
      fc.property(fc.uniqueArray(scope, { maxLength: 40 }), (scopes) => {
        const packed = packScopes(scopes, 2000);
        expect([...(unpackScopes(packed ?? '') ?? [])].sort()).toEqual([...scopes].sort());
      }),
    );
  });

  it('fits into a button with all scopes there are', () => {
    const packed = packScopes(
      catalogue.scopes.map(({ scope }) => scope),
      600,
    );
    expect(unpackScopes(packed ?? '')).toEqual(catalogue.scopes.map(({ scope }) => scope));
  });

  it('is none when too much of it is unknown', () => {
    const strange = Array.from({ length: 100 }, (_, i) => `meeting:read:thing_${i}`);
    expect(packScopes(strange, 2000)).toBeNull();
  });

  it('is not read with another catalogue', () => {
    const packed = packScopes(['user:read:user'], 2000) ?? '';
    expect(unpackScopes(packed.replace(/^\d{4}/, '1999'))).toBeNull();
    expect(unpackScopes('')).toBeNull();
  });
});
