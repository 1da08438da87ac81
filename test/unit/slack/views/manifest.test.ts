import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkView } from '../../../../sandbox/simulators/slack/rules/index.ts';
import type { Environment, ZoomApp } from '../../../../src/core/apps/zoom_app.ts';
import { checkNames, newCheck } from '../../../../src/core/checks/check.ts';
import { noSecretAge } from '../../../../src/core/credentials/secret_age.ts';
import { compareZoomManifest } from '../../../../src/core/manifest/compare_zoom_manifest.ts';
import { wantedManifest, type ZoomManifest } from '../../../../src/core/manifest/zoom_manifest.ts';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import { carried, carry } from '../../../../src/slack/views/manifest/carried_manifest.ts';
import { manifestForm } from '../../../../src/slack/views/manifest/manifest_form.ts';
import { type Offer, resultView } from '../../../../src/slack/views/manifest/result_blocks.ts';
import { MOST_FIELDS } from '../../../../src/slack/views/scopes_form.ts';

const id = '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d10';
const now = new Date('2026-11-23T10:00:00Z');
const every = catalogue.scopes.map(({ scope }) => scope);

const app: ZoomApp = {
  workspaceId: 'T1',
  id,
  name: '*<!channel>* & ✓'.padEnd(50, 'ß'),
  managementType: 'admin',
  purpose: '',
  scopeDescription: '`<>&\n'.repeat(200),
  channelId: 'C1',
  owners: ['U1'],
  scopes: every.slice(0, 700).map((scope) => ({ scope, confirmedBy: null })),
  version: 3,
  updatedBy: 'U1',
  updatedAt: now,
  archivedAt: null,
};

const environments = (['development', 'production'] as const).map(
  (kind): Environment => ({
    ...{ workspaceId: 'T1', id, zoomAppId: id, kind, clientId: 'c', stage: 'credentials', liveAt: null },
    ...{
      baselineAt: null,
      probedAt: null,
      askAgainAt: null,
      pendingClientId: null,
      hasSecret: true,
      pairMark: '',
      secretAge: noSecretAge,
    },
    checks: checkNames.map((name) => ({
      ...newCheck(name),
      status: 'passed',
      lastKnown: 'passed',
      evidence: 'derived',
      attestedBy: 'U2',
      knownAt: now,
      detail: { manifestOf: now.toISOString() },
    })),
  }),
);

const wild: ZoomManifest = {
  displayName: `<@U1> ${'🦜`'.repeat(900)}`,
  managementType: 'user',
  redirects: { development: `https://x.example/${'ü'.repeat(1_900)}`, production: null },
  allowList: ['https://api.stackone.com/'],
  scopes: every.slice(600).map((scope, at) => ({ scope, optional: at % 3 === 0 })),
  scopeDescription: '"<!here>" '.repeat(190),
  strictMode: true,
  subdomainCheck: true,
};

const kinds = environments.map(({ kind }) => kind);
const comparedWith = (manifest: ZoomManifest) => ({
  app,
  environments,
  comparison: compareZoomManifest(wantedManifest(app), manifest, kinds),
});

describe('the views of a comparison keep the limits of Slack', () => {
  test.each([true, false])('the form, from the fewest fields to the most (file: %s)', (takesFile) => {
    for (const fields of [1, 3, MOST_FIELDS])
      expect(checkView(manifestForm(app, takesFile, fields))).toBeNull();
  });

  const offers: readonly Offer[] = [
    { kind: 'none' },
    { kind: 'too_much' },
    {
      kind: 'parts',
      parts: ['name', 'scopes', 'scope_description'],
      from: {
        ...{
          name: '🦜'.repeat(30),
          type: 'user',
          development: '=',
          production: 'x'.repeat(120),
          allowed: true,
          strict: true,
        },
        ...{
          subdomain: false,
          required: 'x'.repeat(1_000),
          optional: 'x'.repeat(500),
          description: '"'.repeat(500),
        },
      },
      refused: { managementType: 'user', scopes: every },
      fromZoom: { managementType: 'user', scopes: every.length },
    },
  ];
  test.each(offers)('the result, with everything different: $kind', (offer) => {
    for (const said of [{}, { hadSecret: true, isCopied: true }])
      for (const manifest of [wild, { ...wild, displayName: app.name }, wantedManifest(app)])
        expect(checkView(resultView(comparedWith(manifest), offer, said))).toBeNull();
  });

  test('what it says holds no mention that somebody typed, and no secret', () => {
    const secret = ['aB3dE5fG7hJ9', 'kL2mN4pQ6rS8', 'tU0vW1xY'].join('');
    const manifest = { ...wild, scopeDescription: `client_secret: ${secret}` };
    const { blocks } = resultView(comparedWith(manifest), { kind: 'none' }, {});
    // An alert is plain text, in which nothing is a mention.
    const shown = JSON.stringify(blocks.filter(({ type }) => type !== 'alert'));
    expect(shown).not.toContain(secret);
    expect(shown).not.toMatch(/<!|<@U1>/);
  });
});

describe('what a result carries of the manifest', () => {
  test('is the manifest again, for whatever is compared and copied', () => {
    const manifests = fc.record({
      displayName: fc.option(fc.constantFrom('Acme', 'Other')),
      managementType: fc.constantFrom('admin' as const, 'user' as const, null),
      scopes: fc
        .uniqueArray(fc.constantFrom(...every, 'meeting:read:brand_new'), { maxLength: 400 })
        .map((all) => all.map((scope, at) => ({ scope, optional: at % 2 === 0 }))),
      scopeDescription: fc.constantFrom('', 'Reads “users”.', 'a "b" \\ c'),
      redirects: fc.constantFrom(wantedManifest(app).redirects, {
        development: null,
        production: 'https://old.example/',
      }),
      strictMode: fc.boolean(),
      subdomainCheck: fc.boolean(),
    });
    const sorted = (manifest: ZoomManifest) => ({
      ...manifest,
      scopes: [...manifest.scopes].sort((a, b) => a.scope.localeCompare(b.scope)),
    });
    fc.assert(
      fc.property(manifests, (some) => {
        const manifest = { ...wantedManifest(app), ...some };
        const from = carry(manifest);
        expect(from).not.toBeNull();
        if (from === null) return;
        expect(JSON.stringify(from).length).toBeLessThan(2_900);
        const again = carried(from);
        expect(again === null ? null : sorted(again)).toEqual(sorted(manifest));
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, Partial<ZoomManifest>]>([
    ['a description with something like a secret', { scopeDescription: `Bearer ${'aB3dE5fG7h'.repeat(5)}` }],
    ['a description that is too long', { scopeDescription: 'x'.repeat(1_001) }],
    [
      'more unknown scopes than fit',
      { scopes: every.map((scope) => ({ scope: `${scope}_x`, optional: false })) },
    ],
  ])('is nothing for %s', (_, change) => {
    expect(carry({ ...wantedManifest(app), scopeDescription: '', ...change })).toBeNull();
  });
});
