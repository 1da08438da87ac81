import { expect, test } from 'vitest';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const listed = async (fixture: Fixture, words: string) =>
  (await fixture.usecases.listZoomApps({ workspaceId: T1, words })).lines.map(({ name }) => name);

const verify = (fixture: Fixture, environmentId: string) =>
  fixture.database.db.query(
    `update readiness_check set evidence = 'verified', attested_by = null
     where workspace_id = $1 and environment_id = $2 and evidence = 'attested'`,
    [T1, environmentId],
  );

test('lists what rests on ticks, also expired ones, until something proves it', async () => {
  const { fixture } = stage;
  const acme = await fixture.registerLive('Acme');
  const billing = await fixture.register({ name: 'Billing' });
  expect(await listed(fixture, 'unproven')).toEqual(['Acme']);
  const environmentId = billing.environments.development;
  await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
  expect(await listed(fixture, 'unproven')).toEqual(['Acme', 'Billing']);
  expect(await listed(fixture, 'Unproven bill')).toEqual(['Billing']);
  expect(await listed(fixture, `unproven <@${ana}> live`)).toEqual(['Acme']);
  await fixture.tick(200 * 24 * hour);
  expect((await fixture.check(acme.environmentId, 'redirect')).status).toBe('unknown');
  expect(await listed(fixture, 'unproven')).toEqual(['Acme', 'Billing']);
  await verify(fixture, acme.environmentId);
  expect(await listed(fixture, 'unproven')).toEqual(['Billing']);
  expect(await listed(fixture, '')).toEqual(['Acme', 'Billing']);
});

test('follows an app that is renamed or archived', async () => {
  const { fixture } = stage;
  const { appId } = await fixture.registerLive('Acme');
  const set = (columns: string) =>
    fixture.database.db.query(`update zoom_app set ${columns} where workspace_id = $1 and id = $2`, [
      T1,
      appId,
    ]);
  await set("name = 'Zebra', name_key = 'zebra'");
  expect(await listed(fixture, 'unproven')).toEqual(['Zebra']);
  await set('archived_at = now()');
  expect(await listed(fixture, 'unproven')).toEqual([]);
  await set('archived_at = null');
  expect(await listed(fixture, 'unproven')).toEqual(['Zebra']);
});

test('an app that is named so is found by its name, and in the lists by a beginning of it', async () => {
  const { fixture } = stage;
  await fixture.register({ name: 'Unproven' });
  expect(await listed(fixture, 'unproven')).toEqual([]);
  expect(await listed(fixture, 'unprov')).toEqual(['Unproven']);
  const found = await fixture.usecases.findZoomApp({ workspaceId: T1, text: 'unproven' });
  expect(found.kind).toBe('found');
});
