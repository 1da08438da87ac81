import { describe, expect, test } from 'vitest';
import { takeDueAccountChecks } from '../../../../src/store/checks/linked_accounts.ts';
import { type Fixture, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const account = (fixture: Fixture, environmentId: string) => fixture.check(environmentId, 'linked_account');

async function linked(fixture: Fixture) {
  const app = await fixture.registerLive();
  const { id: accountId } = fixture.stackone.linkAccount(app.profileId);
  await fixture.tick(2 * minute);
  return { ...app, accountId };
}

describe('the first account linked through the profile', () => {
  test('completes the environment, and is posted in the thread', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    expect(await account(fixture, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
    });
    await fixture.notifications();
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    expect(await account(fixture, environmentId)).toMatchObject({
      status: 'passed',
      evidence: 'verified',
      detail: { active: 1, accounts: 1, tied: true },
    });
    expect(await fixture.words()).toEqual(['thread: account_linked']);
    await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
    expect((await account(fixture, environmentId)).lookedAt).toEqual(fixture.ctx.clock.now());
  });

  test('counts only when it is active', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId, { status: 'expired' });
    await fixture.tick(2 * minute);
    expect(await account(fixture, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
      detail: { active: 0, accounts: 1 },
    });
  });

  test('of another profile is not its own', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    fixture.stackone.linkAccount(fixture.stackone.createProfile({ name: 'Other' }).id);
    await fixture.tick(2 * minute);
    expect(await account(fixture, environmentId)).toMatchObject({ status: 'pending' });
  });

  test('is seen at once on request', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, appId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    await fixture.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    await fixture.runJobs();
    expect(await account(fixture, environmentId)).toMatchObject({ status: 'passed' });
  });
});

describe('an account that was active', () => {
  test.each(['ACTIVE', ' Active ', 'needs_reauthorization', 'degraded', ''])(
    'raises no alarm when its status is "%s", which no documentation has',
    async (status) => {
      const { fixture } = stage;
      const { environmentId, accountId } = await linked(fixture);
      await fixture.notifications();
      fixture.stackone.setAccountStatus(accountId, status);
      for (let poll = 0; poll < 2; poll += 1) await fixture.tick(2 * minute);
      expect(await account(fixture, environmentId)).toMatchObject({ lastKnown: 'passed' });
      expect(await fixture.words()).toEqual([]);
    },
  );

  test('raises none when one answer lacks it and names another that is not active', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await linked(fixture);
    await fixture.notifications();
    fixture.stackone.answer({
      status: 200,
      body: {
        data: [{ id: 'other', connector: 'zoom', connector_profile_id: profileId, status: 'expired' }],
      },
      path: '/v2/accounts',
      times: 1,
    });
    await fixture.tick(2 * minute);
    expect(await account(fixture, environmentId)).toMatchObject({ status: 'passed' });
    expect(await fixture.words()).toEqual([]);
  });
});

describe('where StackOne cannot tie accounts to a profile', () => {
  test('an active one counts as derived, and none any more fails as derived', async () => {
    const { fixture } = stage;
    fixture.stackone.withoutPath('/v2/accounts');
    const { environmentId, accountId } = await linked(fixture);
    expect(await account(fixture, environmentId)).toMatchObject({
      status: 'passed',
      evidence: 'derived',
      detail: { tied: false },
    });
    fixture.stackone.setAccountStatus(accountId, 'error');
    await fixture.tick(2 * minute);
    expect(await account(fixture, environmentId)).toMatchObject({ status: 'failed', evidence: 'derived' });
  });
});

describe('an account that stops working', () => {
  test('is a regression, announced once; so is its repair', async () => {
    const { fixture } = stage;
    const { environmentId, accountId } = await linked(fixture);
    await fixture.notifications();
    fixture.stackone.setAccountStatus(accountId, 'error');
    await fixture.tick(2 * minute);
    expect((await fixture.environment(environmentId)).stage).toBe('degraded');
    expect(await account(fixture, environmentId)).toMatchObject({
      status: 'failed',
      reason: 'no_active_account',
    });
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    await fixture.tick(2 * minute);
    await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
    fixture.stackone.setAccountStatus(accountId, 'active');
    await fixture.tick(2 * minute);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('because its profile was disabled is not announced a second time', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await linked(fixture);
    await fixture.notifications();
    fixture.stackone.disableProfile(profileId);
    for (let count = 0; count < 4; count += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    expect(await account(fixture, environmentId)).toMatchObject({ status: 'passed' });
    fixture.stackone.enableProfile(profileId);
    for (let count = 0; count < 4; count += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('breaks the environment together with its profile: both repairs are announced, live is said last', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, accountId } = await linked(fixture);
    fixture.stackone.setAccountStatus(accountId, 'error');
    await fixture.tick(2 * minute);
    fixture.stackone.disableProfile(profileId);
    await fixture.tick(2 * minute);
    await fixture.notifications();
    fixture.stackone.enableProfile(profileId);
    await fixture.tick(2 * minute);
    expect((await fixture.environment(environmentId)).stage).toBe('degraded');
    expect(await fixture.words()).toEqual(['channel: recovered']);
    fixture.stackone.setAccountStatus(accountId, 'active');
    await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });
});

test('trouble with accounts alone makes them unknown, and raises no alarm', async () => {
  const { fixture } = stage;
  const { environmentId } = await linked(fixture);
  await fixture.notifications();
  for (const path of ['/v2/accounts', '/accounts']) fixture.stackone.answer({ status: 403, body: {}, path });
  await fixture.tick(2 * minute);
  expect(await account(fixture, environmentId)).toMatchObject({
    status: 'unknown',
    lastKnown: 'passed',
    reason: 'key_forbidden',
  });
  expect((await fixture.environment(environmentId)).stage).toBe('live');
  expect(await fixture.words()).toEqual([]);
  fixture.stackone.clearFaults();
  await fixture.tick(2 * minute);
  expect(await account(fixture, environmentId)).toMatchObject({ status: 'passed' });
  expect(await fixture.words()).toEqual([]);
});

test('accounts are not looked at more often than they are due', async () => {
  const { fixture } = stage;
  await linked(fixture);
  const asked = fixture.stackone.requests.count('/v2/accounts');
  for (let count = 0; count < 4; count += 1) await fixture.tick(10_000);
  expect(fixture.stackone.requests.count('/v2/accounts')).toBe(asked);
  await fixture.tick(hour);
  expect(fixture.stackone.requests.count('/v2/accounts')).toBe(asked + 1);
});

test('with more accounts than the budget allows, one that somebody asked for comes before the routine', async () => {
  const { fixture } = stage;
  const routine = await linked(fixture);
  const asked = await fixture.registerLive('Beta');
  const { db } = fixture.database;
  const now = fixture.ctx.clock.now();
  await db.query(`update environment set next_account_check_at = $1::timestamptz - interval '1 hour'`, [now]);
  await fixture.usecases.checkNow({ workspaceId: T1, actor: zoe, appId: asked.appId });
  const takeOne = async () =>
    (await takeDueAccountChecks(db, T1, now, new Date(now.getTime() + minute), 1))[0];
  expect((await takeOne())?.environmentId).toBe(asked.environmentId);
  expect((await takeOne())?.environmentId).toBe(routine.environmentId);
});
