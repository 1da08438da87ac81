import { describe, expect, test } from 'vitest';
import { wantedManifest, type ZoomManifest } from '../../../../src/core/manifest/zoom_manifest.ts';
import type { CopiedPart } from '../../../../src/usecases/manifest/copy_from_manifest.ts';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const both = ['development', 'production'] as const;

async function registered(fixture: Fixture) {
  const { appId, environments } = await fixture.register({ environments: both });
  const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
  if (card === null) throw new Error('no such app');
  return { appId, ...environments, manifest: wantedManifest(card.app) };
}

const compare = ({ usecases }: Fixture, appId: string, manifest: ZoomManifest, actor = zoe) =>
  usecases.compareManifest({ workspaceId: T1, actor, appId, manifest });

const takeOver = (
  { usecases }: Fixture,
  appId: string,
  manifest: ZoomManifest,
  parts: readonly CopiedPart[],
  { actor = ana, version = 1 } = {},
) => usecases.copyFromManifest({ workspaceId: T1, actor, appId, version, manifest, parts });

const kinds = async (fixture: Fixture, appId: string) =>
  (await fixture.events(appId)).map(({ kind, detail }) =>
    kind === 'check_changed' ? `${kind} ${detail.check}` : kind,
  );

describe('a manifest that agrees', () => {
  test('makes redirect and scopes seen in it, with the day and who gave it', async () => {
    const { fixture } = stage;
    const { appId, manifest, development, production } = await registered(fixture);
    const result = await compare(fixture, appId, manifest);
    expect(result).toMatchObject({ ok: true, value: { comparison: { differences: [] } } });
    const manifestOf = fixture.ctx.clock.now().toISOString();
    for (const id of [development, production])
      for (const name of ['redirect', 'scopes'] as const)
        expect(await fixture.check(id, name)).toMatchObject({
          status: 'passed',
          evidence: 'derived',
          attestedBy: zoe,
          detail: { manifestOf },
        });
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'manifest_compared')).toMatchObject([
      { actor: zoe, detail: { differences: 0, scopes: manifest.scopes.length } },
    ]);
  });

  test('and comes again the same day changes no check, and on another day the date', async () => {
    const { fixture } = stage;
    const { appId, manifest, development } = await registered(fixture);
    await compare(fixture, appId, manifest);
    const first = await fixture.check(development, 'redirect');
    const before = (await kinds(fixture, appId)).filter((kind) => kind.startsWith('check_changed'));
    await Promise.all([compare(fixture, appId, manifest), compare(fixture, appId, manifest)]);
    expect(await fixture.check(development, 'redirect')).toEqual(first);
    expect((await kinds(fixture, appId)).filter((kind) => kind.startsWith('check_changed'))).toEqual(before);
    fixture.pass(24 * hour);
    await compare(fixture, appId, manifest);
    const { detail } = await fixture.check(development, 'redirect');
    expect(detail.manifestOf).toBe(fixture.ctx.clock.now().toISOString());
  });

  test('replaces what a person said, and never what was verified', async () => {
    const { fixture } = stage;
    const { appId, manifest, development, production } = await registered(fixture);
    const { usecases, database } = fixture;
    await usecases.attest({ workspaceId: T1, actor: ana, environmentId: development, what: 'redirect' });
    await database.db.query(
      `update readiness_check set status = 'passed', last_known = 'passed', evidence = 'verified', known_at = now(), looked_at = now()
       where environment_id = $1 and name = 'redirect'`,
      [production],
    );
    const verified = await fixture.check(production, 'redirect');
    await compare(fixture, appId, manifest);
    expect(await fixture.check(development, 'redirect')).toMatchObject({
      evidence: 'derived',
      attestedBy: zoe,
    });
    expect(await fixture.check(production, 'redirect')).toEqual(verified);
  });

  test('does not make scopes pass that break a rule', async () => {
    const { fixture } = stage;
    const { appId, manifest, development } = await registered(fixture);
    await fixture.database.db.query(
      `update readiness_check set status = 'failed', last_known = 'failed', reason = 'scopes_blocking'
       where environment_id = $1 and name = 'scopes'`,
      [development],
    );
    const broken = await fixture.check(development, 'scopes');
    await compare(fixture, appId, manifest);
    expect(await fixture.check(development, 'scopes')).toEqual(broken);
  });

  test('counts for the parts that agree', async () => {
    const { fixture } = stage;
    const { appId, manifest, development, production } = await registered(fixture);
    const redirects = { ...manifest.redirects, production: 'https://api.stackone.com/' };
    await compare(fixture, appId, { ...manifest, redirects, scopes: manifest.scopes.slice(1) });
    expect(await fixture.check(development, 'redirect')).toMatchObject({ status: 'passed' });
    expect(await fixture.check(production, 'redirect')).toMatchObject({ status: 'pending' });
    expect((await fixture.check(development, 'scopes')).detail.manifestOf).toBeUndefined();
  });

  test('under another name counts for nothing', async () => {
    const { fixture } = stage;
    const { appId, manifest, development } = await registered(fixture);
    const result = await compare(fixture, appId, { ...manifest, displayName: 'Another app' });
    expect(result).toMatchObject({ ok: true, value: { comparison: { isNamedAlike: false } } });
    expect(await fixture.check(development, 'redirect')).toMatchObject({ status: 'pending' });
  });

  test('stays true through an edit of other things, and ends when the scopes change', async () => {
    const { fixture } = stage;
    const { appId, manifest, development } = await registered(fixture);
    await compare(fixture, appId, manifest);
    const seen = await fixture.check(development, 'scopes');
    const at = { workspaceId: T1, actor: ana, appId };
    await fixture.usecases.editZoomApp({ ...at, version: 1, changes: { purpose: 'Calls' } });
    expect(await fixture.check(development, 'scopes')).toMatchObject({
      detail: seen.detail,
      attestedBy: zoe,
    });
    await fixture.usecases.editZoomApp({ ...at, version: 2, changes: { scopes: ['user:read:user:admin'] } });
    expect(await fixture.check(development, 'scopes')).toMatchObject({
      detail: { count: 1 },
      attestedBy: null,
    });
    expect((await fixture.check(development, 'scopes')).detail.manifestOf).toBeUndefined();
  });
});

test('a manifest that disagrees changes no check, and is in the history with a count', async () => {
  const { fixture } = stage;
  const { appId, manifest, development } = await registered(fixture);
  await compare(fixture, appId, manifest);
  const before = (await fixture.environment(development)).checks;
  await fixture.notifications();
  await compare(fixture, appId, { ...manifest, allowList: [], scopes: [], managementType: 'user' });
  expect((await fixture.environment(development)).checks).toEqual(before);
  expect(await fixture.notifications()).toEqual([]);
  expect((await fixture.events(appId)).at(-1)).toMatchObject({
    kind: 'manifest_compared',
    detail: { differences: 3, scopes: 0 },
  });
});

describe('taking over', () => {
  test('makes the registration what Zoom has, and notes it as seen', async () => {
    const { fixture } = stage;
    const { appId, manifest, development } = await registered(fixture);
    const zoom: ZoomManifest = {
      ...manifest,
      displayName: 'Zoom knows it so',
      managementType: 'user',
      scopeDescription: 'From Zoom',
      scopes: [
        { scope: 'user:read:user', optional: false },
        { scope: 'meeting:read:a_new_thing', optional: false },
      ],
    };
    const result = await takeOver(fixture, appId, zoom, ['name', 'scopes', 'scope_description']);
    expect(result).toMatchObject({
      ok: true,
      value: {
        app: {
          name: 'Zoom knows it so',
          managementType: 'user',
          scopeDescription: 'From Zoom',
          scopes: [
            { scope: 'meeting:read:a_new_thing', confirmedBy: ana },
            { scope: 'user:read:user', confirmedBy: null },
          ],
        },
        comparison: { differences: [] },
      },
    });
    expect(await fixture.check(development, 'scopes')).toMatchObject({
      attestedBy: ana,
      detail: { count: 2 },
    });
  });

  test('is refused from an older version, and to people who are no owners', async () => {
    const { fixture } = stage;
    const { appId, manifest } = await registered(fixture);
    const zoom = { ...manifest, scopeDescription: 'New' };
    const denied = await takeOver(fixture, appId, zoom, ['scope_description'], { actor: zoe });
    expect(denied).toMatchObject({ ok: false, error: { code: 'not_owner' } });
    const late = await takeOver(fixture, appId, zoom, ['scope_description'], { version: 7 });
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
