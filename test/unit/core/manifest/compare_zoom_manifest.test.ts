import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareZoomManifest } from '../../../../src/core/manifest/compare_zoom_manifest.ts';
import { readZoomManifest } from '../../../../src/core/manifest/read_zoom_manifest.ts';
import {
  manifestDocument,
  wantedManifest,
  type ZoomManifest,
} from '../../../../src/core/manifest/zoom_manifest.ts';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';

const both = ['development', 'production'] as const;
const app = {
  name: 'StackOne Integration',
  managementType: 'admin',
  scopeDescription: 'Reads users.',
  scopes: [{ scope: 'user:read:user:admin' }, { scope: 'meeting:read:meeting:admin' }],
} as const;
const wanted = wantedManifest(app);
const compare = (change: Partial<ZoomManifest>, kinds: readonly (typeof both)[number][] = both) =>
  compareZoomManifest(wanted, { ...wanted, ...change }, kinds);

describe('a comparison with a manifest of Zoom', () => {
  it('finds no difference to the document that Greenroom gives out, for any registration', () => {
    const scopes = fc.uniqueArray(fc.constantFrom(...catalogue.scopes.map(({ scope }) => scope)), {
      maxLength: 600,
    });
    const apps = fc.record({
      name: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
        .filter((name) => name.trim() === name && name.isWellFormed()),
      managementType: fc.constantFrom('admin' as const, 'user' as const),
      scopeDescription: fc.string({ unit: 'grapheme', maxLength: 1_000 }),
      scopes: scopes.map((all) => all.map((scope) => ({ scope }))),
    });
    fc.assert(
      fc.property(apps, (any) => {
        const read = readZoomManifest(manifestDocument(any));
        expect(read.ok && compareZoomManifest(wantedManifest(any), read.value, both)).toEqual({
          differences: [],
          isNamedAlike: true,
          redirects: both,
          hasSameScopes: true,
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Partial<ZoomManifest>, unknown]>([
    ['the name', { displayName: 'Other' }, { part: 'name', zoom: 'Other' }],
    [
      'the spelling of the name',
      { displayName: 'stackone-integration' },
      { part: 'name', zoom: 'stackone-integration' },
    ],
    ['the management type', { managementType: 'user' }, { part: 'management_type', zoom: 'user' }],
    ['a management type that is missing', { managementType: null }, { part: 'management_type', zoom: null }],
    [
      'a redirect URL with a slash more',
      { redirects: { ...wanted.redirects, production: `${wanted.redirects.production}/` } },
      { part: 'redirect', environment: 'production', zoom: `${wanted.redirects.production}/` },
    ],
    ['the allow list', { allowList: [] }, { part: 'allow_list', beginsIt: null }],
    [
      'an allow list with the beginning alone',
      { allowList: ['https://api.stackone.com/'] },
      { part: 'allow_list', beginsIt: 'https://api.stackone.com/' },
    ],
    ['strict mode', { strictMode: true }, { part: 'strict_mode' }],
    ['the subdomain check', { subdomainCheck: true }, { part: 'subdomain_check' }],
    [
      'a scope that is missing in Zoom',
      { scopes: wanted.scopes.slice(1) },
      { part: 'scopes_missing', scopes: ['user:read:user:admin'] },
    ],
    [
      'a scope more in Zoom',
      { scopes: [...wanted.scopes, { scope: 'a:b:c', optional: true }] },
      { part: 'scopes_extra', scopes: ['a:b:c'] },
    ],
    [
      'a scope that may be left out',
      { scopes: wanted.scopes.map((one, at) => ({ ...one, optional: at === 0 })) },
      { part: 'scopes_optional', scopes: ['user:read:user:admin'] },
    ],
    ['the description', { scopeDescription: 'Other' }, { part: 'scope_description', zoom: 'Other' }],
  ])('names %s, and nothing else', (_, change, difference) => {
    expect(compare(change).differences).toEqual([difference]);
  });

  it('takes no other line breaks, and no other entries of the allow list for differences', () => {
    const change = {
      scopeDescription: 'Reads\n  users. ',
      allowList: ['https://a.example', ...wanted.allowList],
    };
    expect(compare(change).differences).toEqual([]);
  });

  it('looks at the redirect URLs of registered environments only', () => {
    const redirects = { development: wanted.redirects.development, production: null };
    expect(compare({ redirects }, ['development'])).toMatchObject({
      differences: [],
      redirects: ['development'],
    });
    expect(compare({ redirects })).toMatchObject({ redirects: ['development'] });
  });

  it.each<[string, Partial<ZoomManifest>, Partial<ReturnType<typeof compare>>]>([
    ['a redirect URL that is not on the allow list', { allowList: [] }, { redirects: [] }],
    ['scopes of the other management type', { managementType: 'user' }, { hasSameScopes: false }],
    [
      'a scope more',
      { scopes: [...wanted.scopes, { scope: 'a', optional: false }] },
      { hasSameScopes: false },
    ],
    ['another name', { displayName: 'Other' }, { isNamedAlike: false }],
    ['no name', { displayName: null }, { isNamedAlike: false }],
    ['the name in other letters', { displayName: 'STACKONE integration' }, { isNamedAlike: true }],
    ['strict mode, which is no hindrance', { strictMode: true }, { redirects: both, hasSameScopes: true }],
  ])('says what follows from %s', (_, change, what) => expect(compare(change)).toMatchObject(what));
});
