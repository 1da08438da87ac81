import { describe, expect, test } from 'vitest';
import { oddLists } from '../../../sandbox/simulators/stackone/index.ts';
import { readActionList } from '../../../src/store/profiles/stackone_actions.ts';
import { refreshActions } from '../../../src/usecases/scopes/stackone_actions.ts';
import { hour, minute, second, T1, useWorld, type World } from './world.ts';

const stage = useWorld();

const profile = (world: World, environmentId: string) => world.check(environmentId, 'connector_profile');

/** Two apps whose environments are live, and everything said so far read. */
async function twoLive(world: World): Promise<readonly string[]> {
  const one = await world.registerLive('Acme Zoom');
  const two = await world.registerLive('Beta Zoom');
  await world.tick();
  await world.news();
  return [one.environmentId, two.environmentId];
}

/** Lists that are no evidence of anything missing; `emptied` is one that might be true. */
const contradictory = oddLists.filter((odd) => odd !== 'emptied');

describe('a list of profiles that is wrong', () => {
  test('never calls a profile removed, and is forgotten afterwards, whatever is wrong with it', async () => {
    const { world } = stage;
    const environmentIds = await twoLive(world);
    for (const odd of contradictory) {
      world.stackone.listOddly(odd);
      for (let poll = 0; poll < 3; poll += 1) await world.tick();
      for (const id of environmentIds)
        expect(await profile(world, id), odd).toMatchObject({ lastKnown: 'passed' });
      world.stackone.listOddly(null);
      await world.tick();
      for (const id of environmentIds)
        expect(await profile(world, id), odd).toMatchObject({ status: 'passed' });
    }
    expect(await world.words()).toEqual([]);
  });

  test('makes unknown what it does not name, with its last answer and the age of it', async () => {
    const { world } = stage;
    const [, beta = ''] = await twoLive(world);
    const sawAt = world.ctx.clock.now();
    world.stackone.listOddly('unreadable_row'); // the newest profile, Beta's
    for (let poll = 0; poll < 4; poll += 1) await world.tick(minute);
    const check = await profile(world, beta);
    expect(check).toMatchObject({ status: 'unknown', lastKnown: 'passed', reason: 'unexpected_reply' });
    expect((check.knownAt?.getTime() ?? 0) - sawAt.getTime()).toBeLessThanOrEqual(minute);
    expect(check.lookedAt).toEqual(world.ctx.clock.now());
  });

  test('does not blind the others: one row is unreadable, and a new profile is announced', async () => {
    const { world } = stage;
    const [acme = ''] = await twoLive(world);
    world.stackone.listOddly('row_without_key');
    await world.register({ name: 'Gamma Zoom' });
    await world.runJobs();
    await world.tick(11 * minute);
    world.pass(second);
    world.stackone.createProfile({ name: 'Gamma Zoom' });
    await world.tick();
    expect(await world.words()).toContain('channel: profile_created');
    expect((await profile(world, acme)).status).toBe('passed');
  });

  test('is no baseline: what it hid is not announced as created afterwards', async () => {
    const { world } = stage;
    await world.registerLive('Acme Zoom');
    world.stackone.createProfile({ name: 'Gamma Zoom' });
    world.stackone.listOddly('row_without_id'); // Gamma's row
    await world.tick();
    await world.register({ name: 'Gamma Zoom' });
    await world.runJobs();
    await world.tick();
    await world.news();
    world.stackone.listOddly(null);
    await world.tick();
    await world.tick();
    expect(await world.words()).not.toContain('channel: profile_created');
  });

  test('without a readable name, of a profile nobody had seen, does not make it new when it can be read', async () => {
    const { world } = stage;
    await world.registerLive('Acme Zoom');
    world.stackone.createProfile({ name: 'Gamma Zoom' });
    world.stackone.listOddly('unreadable_row');
    await world.tick();
    await world.register({ name: 'Gamma Zoom' });
    await world.runJobs();
    await world.tick();
    await world.news();
    world.stackone.listOddly(null);
    await world.tick();
    expect(await world.words()).not.toContain('channel: profile_created');
  });
});

describe('a list that is suddenly empty', () => {
  test('is not believed at once while several profiles were in use', async () => {
    const { world } = stage;
    const [acme = ''] = await twoLive(world);
    world.stackone.listOddly('emptied');
    await world.tick();
    expect(await profile(world, acme)).toMatchObject({ status: 'unknown', lastKnown: 'passed' });
    world.stackone.listOddly(null);
    await world.tick();
    expect(await profile(world, acme)).toMatchObject({ status: 'passed' });
    expect(await world.words()).toEqual([]);
  });

  test('is believed when it stays so, and told once for each', async () => {
    const { world } = stage;
    await twoLive(world);
    world.stackone.listOddly('emptied');
    for (let poll = 0; poll < 4; poll += 1) await world.tick();
    await world.tick(hour);
    expect((await world.words()).filter((words) => words === 'channel: regressed')).toHaveLength(2);
  });

  test('only for one reading says nothing, also for a single profile', async () => {
    const { world } = stage;
    const { environmentId } = await world.registerLive();
    await world.news();
    world.stackone.answer({
      status: 200,
      path: '/connector_profiles',
      body: { page: 1, page_size: 25, total: 0, data: [] },
      times: 1,
    });
    await world.tick();
    expect(await world.words()).toEqual([]);
    expect(await profile(world, environmentId)).toMatchObject({ status: 'passed' });
  });
});

describe('a list of accounts that is wrong', () => {
  test('breaks nobody, whatever is wrong with it', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId);
    world.stackone.linkAccount(profileId, { status: 'expired' });
    world.stackone.linkAccount(profileId, { status: 'error' });
    await world.tick(2 * minute);
    await world.news();
    for (const odd of contradictory) {
      world.stackone.listOddly(odd, '/v2/accounts');
      for (let check = 0; check < 2; check += 1) await world.tick(2 * minute);
      const account = await world.check(environmentId, 'linked_account');
      expect(account, odd).toMatchObject({ lastKnown: 'passed' });
    }
    expect(await world.words()).toEqual([]);
  });

  test('is empty for one reading only: nobody hears of it', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId);
    await world.tick(2 * minute);
    await world.news();
    world.stackone.answer({ status: 200, path: '/v2/accounts', body: { data: [] }, times: 1 });
    await world.tick(2 * minute);
    expect(await world.words()).toEqual([]);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
  });

  test('hides the only active account: then nothing is known', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId, { status: 'expired' });
    world.stackone.linkAccount(profileId);
    await world.tick(2 * minute);
    world.stackone.listOddly('unreadable_row', '/v2/accounts'); // the newest, which is the active one
    await world.tick(2 * minute);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
    });
  });
});

test('a list of actions loses none, whatever is wrong with it', async () => {
  const { world } = stage;
  const known = async () => (await readActionList(world.database.db, T1)).actions.map(({ id }) => id).sort();
  await refreshActions(world.ctx, { workspaceId: T1 });
  const before = await known();
  expect(before.length).toBeGreaterThan(5);
  for (const odd of contradictory) {
    world.stackone.listOddly(odd, '/actions');
    world.pass(minute);
    await refreshActions(world.ctx, { workspaceId: T1 });
    expect(await known(), odd).toEqual(before);
  }
});
