import { describe, expect, test } from 'vitest';
import { takeDueAccountChecks } from '../../../src/store/checks/linked_accounts.ts';
import { hour, minute, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

const account = (world: World, environmentId: string) => world.check(environmentId, 'linked_account');

async function linked(world: World) {
  const app = await world.registerLive();
  const { id: accountId } = world.stackone.linkAccount(app.profileId);
  await world.tick(2 * minute);
  return { ...app, accountId };
}

describe('the first account linked through the profile', () => {
  test('completes the environment, and is told in the thread', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    expect(await account(world, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
    });
    await world.news();
    world.stackone.linkAccount(profileId);
    await world.tick(2 * minute);
    expect(await account(world, environmentId)).toMatchObject({
      status: 'passed',
      evidence: 'verified',
      detail: { active: 1, accounts: 1, tied: true },
    });
    expect(await world.words()).toEqual(['thread: account_linked']);
    await world.tick(2 * minute);
    expect(await world.words()).toEqual([]);
    expect((await account(world, environmentId)).lookedAt).toEqual(world.ctx.clock.now());
  });

  test('counts only when it is active', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId, { status: 'expired' });
    await world.tick(2 * minute);
    expect(await account(world, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
      detail: { active: 0, accounts: 1 },
    });
  });

  test('of another profile is not its own', async () => {
    const { world } = stage;
    const { environmentId } = await world.registerLive();
    world.stackone.linkAccount(world.stackone.createProfile({ name: 'Other' }).id);
    await world.tick(2 * minute);
    expect(await account(world, environmentId)).toMatchObject({ status: 'pending' });
  });

  test('is seen at once on request', async () => {
    const { world } = stage;
    const { environmentId, profileId, appId } = await world.registerLive();
    world.stackone.linkAccount(profileId);
    await world.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    await world.runJobs();
    expect(await account(world, environmentId)).toMatchObject({ status: 'passed' });
  });
});

describe('an account that was active', () => {
  test.each(['ACTIVE', ' Active ', 'needs_reauthorization', 'degraded', ''])(
    'raises no alarm when its status is "%s", which no documentation has',
    async (status) => {
      const { world } = stage;
      const { environmentId, accountId } = await linked(world);
      await world.news();
      world.stackone.setAccountStatus(accountId, status);
      for (let poll = 0; poll < 2; poll += 1) await world.tick(2 * minute);
      expect(await account(world, environmentId)).toMatchObject({ lastKnown: 'passed' });
      expect(await world.words()).toEqual([]);
    },
  );

  test('raises none when one answer lacks it and names another that is not active', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await linked(world);
    await world.news();
    world.stackone.answer({
      status: 200,
      body: {
        data: [{ id: 'other', connector: 'zoom', connector_profile_id: profileId, status: 'expired' }],
      },
      path: '/v2/accounts',
      times: 1,
    });
    await world.tick(2 * minute);
    expect(await account(world, environmentId)).toMatchObject({ status: 'passed' });
    expect(await world.words()).toEqual([]);
  });
});

describe('where StackOne cannot tie accounts to a profile', () => {
  test('an active one counts as derived, and none any more fails as derived', async () => {
    const { world } = stage;
    world.stackone.withoutPath('/v2/accounts');
    const { environmentId, accountId } = await linked(world);
    expect(await account(world, environmentId)).toMatchObject({
      status: 'passed',
      evidence: 'derived',
      detail: { tied: false },
    });
    world.stackone.setAccountStatus(accountId, 'error');
    await world.tick(2 * minute);
    expect(await account(world, environmentId)).toMatchObject({ status: 'failed', evidence: 'derived' });
  });
});

describe('an account that stops working', () => {
  test('is a regression, announced once; so is its repair', async () => {
    const { world } = stage;
    const { environmentId, accountId } = await linked(world);
    await world.news();
    world.stackone.setAccountStatus(accountId, 'error');
    await world.tick(2 * minute);
    expect((await world.environment(environmentId)).stage).toBe('degraded');
    expect(await account(world, environmentId)).toMatchObject({
      status: 'failed',
      reason: 'no_active_account',
    });
    expect(await world.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    await world.tick(2 * minute);
    await world.tick(2 * minute);
    expect(await world.words()).toEqual([]);
    world.stackone.setAccountStatus(accountId, 'active');
    await world.tick(2 * minute);
    expect((await world.environment(environmentId)).stage).toBe('live');
    expect(await world.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('because its profile was disabled is not announced a second time', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await linked(world);
    await world.news();
    world.stackone.disableProfile(profileId);
    for (let count = 0; count < 4; count += 1) await world.tick(2 * minute);
    expect(await world.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    expect(await account(world, environmentId)).toMatchObject({ status: 'passed' });
    world.stackone.enableProfile(profileId);
    for (let count = 0; count < 4; count += 1) await world.tick(2 * minute);
    expect(await world.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('breaks the environment together with its profile: both repairs are announced, live is said last', async () => {
    const { world } = stage;
    const { environmentId, profileId, accountId } = await linked(world);
    world.stackone.setAccountStatus(accountId, 'error');
    await world.tick(2 * minute);
    world.stackone.disableProfile(profileId);
    await world.tick(2 * minute);
    await world.news();
    world.stackone.enableProfile(profileId);
    await world.tick(2 * minute);
    expect((await world.environment(environmentId)).stage).toBe('degraded');
    expect(await world.words()).toEqual(['channel: recovered']);
    world.stackone.setAccountStatus(accountId, 'active');
    await world.tick(2 * minute);
    expect(await world.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });
});

test('trouble with accounts alone makes them unknown, and raises no alarm', async () => {
  const { world } = stage;
  const { environmentId } = await linked(world);
  await world.news();
  for (const path of ['/v2/accounts', '/accounts']) world.stackone.answer({ status: 403, body: {}, path });
  await world.tick(2 * minute);
  expect(await account(world, environmentId)).toMatchObject({
    status: 'unknown',
    lastKnown: 'passed',
    reason: 'key_forbidden',
  });
  expect((await world.environment(environmentId)).stage).toBe('live');
  expect(await world.words()).toEqual([]);
  world.stackone.clearWeather();
  await world.tick(2 * minute);
  expect(await account(world, environmentId)).toMatchObject({ status: 'passed' });
  expect(await world.words()).toEqual([]);
});

test('accounts are not looked at more often than they are due', async () => {
  const { world } = stage;
  await linked(world);
  const asked = world.stackone.requests.count('/v2/accounts');
  for (let count = 0; count < 4; count += 1) await world.tick(10_000);
  expect(world.stackone.requests.count('/v2/accounts')).toBe(asked);
  await world.tick(hour);
  expect(world.stackone.requests.count('/v2/accounts')).toBe(asked + 1);
});

test('with more accounts than the budget allows, one that somebody asked for comes before the routine', async () => {
  const { world } = stage;
  const routine = await linked(world);
  const asked = await world.registerLive('Beta');
  const { db } = world.database;
  const now = world.ctx.clock.now();
  await db.query(`update environment set next_account_check_at = $1::timestamptz - interval '1 hour'`, [now]);
  await world.usecases.checkNow({ workspaceId: T1, actor: zoe, appId: asked.appId });
  const takeOne = async () =>
    (await takeDueAccountChecks(db, T1, now, new Date(now.getTime() + minute), 1))[0];
  expect((await takeOne())?.environmentId).toBe(asked.environmentId);
  expect((await takeOne())?.environmentId).toBe(routine.environmentId);
});
