import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/core/checks/stage.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { readProfileOf } from '../../../src/store/profiles/connector_profiles.ts';
import { ana, minute, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

/** The stage, the checks and the profile of an environment tell the same story. */
async function expectConsistent(world: World, environmentId: string): Promise<void> {
  const { checks, stage: standsAt, liveAt } = await world.environment(environmentId);
  expect(standsAt).toBe(stageOf(checks, { wasLive: liveAt !== null, archived: false }));
  const held = await readProfileOf(world.database.db, T1, environmentId);
  const check = checks.find((one) => one.name === 'connector_profile');
  const shows = held === null ? 'pending' : held.active && held.removedAt === null ? 'passed' : 'failed';
  expect([check?.lastKnown, check?.detail.profileId ?? null]).toEqual([shows, held?.id ?? null]);
  const [stages] = await world.database.db.query(
    `select array_agg(detail ->> 'to' order by seq) as path from event
     where environment_id = $1 and kind = 'stage_changed'`,
    [environmentId],
  );
  expect(stages).toMatchObject({ path: expect.arrayContaining([standsAt]) });
}

describe('at the same moment', () => {
  test('a tick, a probe and a poll about one environment end where one after the other would', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    await world.tick();
    const { id } = world.stackone.createProfile({ name: 'Acme Zoom' });
    world.pass(second);
    const at = { workspaceId: T1, environmentId };
    await Promise.all([
      world.usecases.attest({ ...at, actor: zoe, what: 'redirect' }),
      world.usecases.attest({ ...at, actor: ana, what: 'redirect' }),
      world.usecases.attest({ ...at, actor: zoe, what: 'test_status' }),
      world.usecases.probeCredentials(at),
      world.usecases.pollStackone({ workspaceId: T1 }),
    ]);
    const environment = await world.environment(environmentId);
    expect(environment.stage).toBe('live');
    await expectConsistent(world, environmentId);
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({
      detail: { profileId: id },
    });
    const words = await world.words();
    expect(words.filter((one) => one === 'thread: attested')).toHaveLength(2);
    expect(words.filter((one) => one === 'channel: profile_created')).toHaveLength(1);
  });

  test('two people who place one profile in two environments: one of them does', async () => {
    const { world } = stage;
    const [one, two] = [await world.register({ name: 'One' }), await world.register({ name: 'Two' })];
    await world.tick();
    const { id: profileId } = world.stackone.createProfile({ name: 'Stray' });
    await world.tick();
    const assign = (environmentId: string) =>
      world.usecases.assignProfile({ workspaceId: T1, actor: zoe, profileId, environmentId, how: 'person' });
    const results = await Promise.all([one, two].map((app) => assign(app.environments.development)));
    expect(results.map((result) => (result.ok ? 'placed' : result.error)).sort()).toEqual([
      'placed',
      'profile_taken',
    ]);
    for (const app of [one, two]) await expectConsistent(world, app.environments.development);
  });

  test('two people who place two profiles in one environment: one of them does', async () => {
    const { world } = stage;
    const one = await world.register({ name: 'One' });
    await world.register({ name: 'Two' });
    await world.tick();
    const profiles = ['First', 'Second'].map((name) => world.stackone.createProfile({ name }));
    await world.tick();
    const environmentId = one.environments.development;
    const results = await Promise.all(
      profiles.map(({ id: profileId }) =>
        world.usecases.assignProfile({
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
    await expectConsistent(world, environmentId);
  });

  test('polls with changing profiles, people and sweeps never wait for each other in a ring', async () => {
    const { world } = stage;
    const apps = [];
    for (const name of ['One', 'Two', 'Three']) apps.push(await world.registerLive(name));
    const { usecases, stackone, zoom } = world;
    const poll = () => usecases.pollStackone({ workspaceId: T1, force: true });
    for (let round = 0; round < 12; round += 1) {
      world.pass(round % 3 === 0 ? 25 * 60 * minute : minute);
      for (const app of apps)
        (round % 2 === 0 ? stackone.disableProfile : stackone.enableProfile)(app.profileId);
      const deeds = apps.flatMap(({ environmentId, appId, profileId }, index) => {
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
      await Promise.all([
        poll(),
        ...deeds.map((deed) => deed()),
        poll(),
        usecases.sweep({ workspaceId: T1 }),
      ]);
    }
    await poll();
    for (const app of apps) await expectConsistent(world, app.environmentId);
  });
});
