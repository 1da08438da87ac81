import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/core/checks/stage.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readProfileOf } from '../../../src/store/profiles/connector_profiles.ts';
import {
  ana,
  type Fixture,
  minute,
  second,
  T1,
  useFixture,
  zoe,
} from '../../integration/usecases/fixture.ts';

const stage = useFixture();

/** The stage, the checks and the profile of an environment tell the same story. */
async function expectConsistent(fixture: Fixture, environmentId: string): Promise<void> {
  const { checks, stage: standsAt, liveAt } = await fixture.environment(environmentId);
  expect(standsAt).toBe(stageOf(checks, { wasLive: liveAt !== null, archived: false }));
  const held = await readProfileOf(fixture.database.db, T1, environmentId);
  const check = checks.find((one) => one.name === 'connector_profile');
  const shows = held === null ? 'pending' : held.active && held.removedAt === null ? 'passed' : 'failed';
  expect([check?.lastKnown, check?.detail.profileId ?? null]).toEqual([shows, held?.id ?? null]);
  const [stages] = await fixture.database.db.query(
    `select array_agg(detail ->> 'to' order by seq) as path from event
     where environment_id = $1 and kind = 'stage_changed'`,
    [environmentId],
  );
  expect(stages).toMatchObject({ path: expect.arrayContaining([standsAt]) });
}

describe('at the same moment', () => {
  test('a tick, a probe and a poll about one environment end where one after the other would', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.tick();
    const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
    fixture.pass(second);
    const at = { workspaceId: T1, environmentId };
    await Promise.all([
      fixture.usecases.attest({ ...at, actor: zoe, what: 'redirect' }),
      fixture.usecases.attest({ ...at, actor: ana, what: 'redirect' }),
      fixture.usecases.attest({ ...at, actor: zoe, what: 'test_status' }),
      fixture.usecases.probeCredentials(at),
      fixture.usecases.pollStackone({ workspaceId: T1 }),
    ]);
    const environment = await fixture.environment(environmentId);
    expect(environment.stage).toBe('live');
    await expectConsistent(fixture, environmentId);
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      detail: { profileId: id },
    });
    const words = await fixture.words();
    expect(words.filter((one) => one === 'thread: attested')).toHaveLength(2);
    expect(words.filter((one) => one === 'channel: profile_created')).toHaveLength(1);
  });

  test('two people who place one profile in two environments: one of them does', async () => {
    const { fixture } = stage;
    const [one, two] = [await fixture.register({ name: 'One' }), await fixture.register({ name: 'Two' })];
    await fixture.tick();
    const { id: profileId } = fixture.stackone.createProfile({ name: 'Stray' });
    await fixture.tick();
    const assign = (environmentId: string) =>
      fixture.usecases.assignProfile({
        workspaceId: T1,
        actor: zoe,
        profileId,
        environmentId,
        how: 'person',
      });
    const results = await Promise.all([one, two].map((app) => assign(app.environments.development)));
    expect(results.map((result) => (result.ok ? 'placed' : result.error)).sort()).toEqual([
      'placed',
      'profile_taken',
    ]);
    for (const app of [one, two]) await expectConsistent(fixture, app.environments.development);
  });

  test('two people who place two profiles in one environment: one of them does', async () => {
    const { fixture } = stage;
    const one = await fixture.register({ name: 'One' });
    await fixture.register({ name: 'Two' });
    await fixture.tick();
    const profiles = ['First', 'Second'].map((name) => fixture.stackone.createProfile({ name }));
    await fixture.tick();
    const environmentId = one.environments.development;
    const results = await Promise.all(
      profiles.map(({ id: profileId }) =>
        fixture.usecases.assignProfile({
          workspaceId: T1,
          actor: zoe,
          profileId,
          environmentId,
          how: 'person',
        }),
      ),
    );
    expect(results.map((result) => (result.ok ? 'placed' : result.error)).sort()).toEqual([
      'has_profile',
      'placed',
    ]);
    await expectConsistent(fixture, environmentId);
  });

  test('polls with changing profiles, people and sweeps never wait for each other in a ring', async () => {
    const { fixture } = stage;
    const apps = [];
    for (const name of ['One', 'Two', 'Three']) apps.push(await fixture.registerLive(name));
    const { usecases, stackone, zoom } = fixture;
    const poll = () => usecases.pollStackone({ workspaceId: T1, force: true });
    for (let round = 0; round < 12; round += 1) {
      fixture.pass(round % 3 === 0 ? 25 * 60 * minute : minute);
      for (const app of apps)
        (round % 2 === 0 ? stackone.disableProfile : stackone.enableProfile)(app.profileId);
      const acts = apps.flatMap(({ environmentId, appId, profileId }, index) => {
        const by = { workspaceId: T1, actor: ana, environmentId };
        const { clientId, clientSecret } = zoom.addApp();
        return [
          async () => {
            await usecases.reportNotReady({ ...by, missing: [], note: `${round}` });
            await usecases.attest({ ...by, what: 'test_status' });
          },
          index === round % 3
            ? async () => {
                await usecases.rejectProfile({ ...by, profileId });
                await usecases.assignProfile({ ...by, profileId, how: 'adopted' });
              }
            : () => usecases.checkNow({ workspaceId: T1, actor: zoe, appId }),
          index === 0
            ? () => usecases.replaceCredentials({ ...by, clientId, secret: new Secret(clientSecret) })
            : () => usecases.probeCredentials(by),
        ];
      });
      await Promise.all([poll(), ...acts.map((act) => act()), poll(), usecases.sweep({ workspaceId: T1 })]);
    }
    await poll();
    for (const app of apps) await expectConsistent(fixture, app.environmentId);
  });
});
