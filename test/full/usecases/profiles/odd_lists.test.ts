import { describe, expect, test } from 'vitest';
import { oddLists } from '../../../../sandbox/simulators/stackone/index.ts';
import { readActionList } from '../../../../src/store/profiles/stackone_actions.ts';
import { refreshActions } from '../../../../src/usecases/scopes/stackone_actions.ts';
import { type Fixture, hour, minute, second, T1, useFixture } from '../../../integration/usecases/fixture.ts';

const stage = useFixture();

const profile = (fixture: Fixture, environmentId: string) =>
  fixture.check(environmentId, 'connector_profile');

/** Two apps whose environments are live, and everything said so far read. */
async function twoLive(fixture: Fixture): Promise<readonly string[]> {
  const one = await fixture.registerLive('Acme Zoom');
  const two = await fixture.registerLive('Beta Zoom');
  await fixture.tick();
  await fixture.notifications();
  return [one.environmentId, two.environmentId];
}

/** Lists that are no evidence of anything missing; `emptied` is one that might be true. */
const contradictory = oddLists.filter((odd) => odd !== 'emptied');

describe('a list of profiles that is wrong', () => {
  test('never calls a profile removed, and is forgotten afterwards, whatever is wrong with it', async () => {
    const { fixture } = stage;
    const environmentIds = await twoLive(fixture);
    for (const odd of contradictory) {
      fixture.stackone.listOddly(odd);
      for (let poll = 0; poll < 3; poll += 1) await fixture.tick();
      for (const id of environmentIds)
        expect(await profile(fixture, id), odd).toMatchObject({ lastKnown: 'passed' });
      fixture.stackone.listOddly(null);
      await fixture.tick();
      for (const id of environmentIds)
        expect(await profile(fixture, id), odd).toMatchObject({ status: 'passed' });
    }
    expect(await fixture.words()).toEqual([]);
  });

  test('makes unknown what it does not name, with its last answer and the age of it', async () => {
    const { fixture } = stage;
    const [, beta = ''] = await twoLive(fixture);
    const sawAt = fixture.ctx.clock.now();
    fixture.stackone.listOddly('unreadable_row'); // the newest profile, Beta's
    for (let poll = 0; poll < 4; poll += 1) await fixture.tick(minute);
    const check = await profile(fixture, beta);
    expect(check).toMatchObject({ status: 'unknown', lastKnown: 'passed', reason: 'unexpected_reply' });
    expect((check.knownAt?.getTime() ?? 0) - sawAt.getTime()).toBeLessThanOrEqual(minute);
    expect(check.lookedAt).toEqual(fixture.ctx.clock.now());
  });

  test('does not blind the others: one row is unreadable, and a new profile is announced', async () => {
    const { fixture } = stage;
    const [acme = ''] = await twoLive(fixture);
    fixture.stackone.listOddly('row_without_key');
    await fixture.register({ name: 'Gamma Zoom' });
    await fixture.runJobs();
    await fixture.tick(11 * minute);
    fixture.pass(second);
    fixture.stackone.createProfile({ name: 'Gamma Zoom' });
    await fixture.tick();
    expect(await fixture.words()).toContain('channel: profile_created');
    expect((await profile(fixture, acme)).status).toBe('passed');
  });

  test('is no baseline: what it hid is not announced as created afterwards', async () => {
    const { fixture } = stage;
    await fixture.registerLive('Acme Zoom');
    fixture.stackone.createProfile({ name: 'Gamma Zoom' });
    fixture.stackone.listOddly('row_without_id'); // Gamma's row
    await fixture.tick();
    await fixture.register({ name: 'Gamma Zoom' });
    await fixture.runJobs();
    await fixture.tick();
    await fixture.notifications();
    fixture.stackone.listOddly(null);
    await fixture.tick();
    await fixture.tick();
    expect(await fixture.words()).not.toContain('channel: profile_created');
  });

  test('without a readable name, of a profile nobody had seen, does not make it new when it can be read', async () => {
    const { fixture } = stage;
    await fixture.registerLive('Acme Zoom');
    fixture.stackone.createProfile({ name: 'Gamma Zoom' });
    fixture.stackone.listOddly('unreadable_row');
    await fixture.tick();
    await fixture.register({ name: 'Gamma Zoom' });
    await fixture.runJobs();
    await fixture.tick();
    await fixture.notifications();
    fixture.stackone.listOddly(null);
    await fixture.tick();
    expect(await fixture.words()).not.toContain('channel: profile_created');
  });
});

describe('a list that is suddenly empty', () => {
  test('does not count at once while several profiles were in use', async () => {
    const { fixture } = stage;
    const [acme = ''] = await twoLive(fixture);
    fixture.stackone.listOddly('emptied');
    await fixture.tick();
    expect(await profile(fixture, acme)).toMatchObject({ status: 'unknown', lastKnown: 'passed' });
    fixture.stackone.listOddly(null);
    await fixture.tick();
    expect(await profile(fixture, acme)).toMatchObject({ status: 'passed' });
    expect(await fixture.words()).toEqual([]);
  });

  test('counts when it stays so, and is announced once for each', async () => {
    const { fixture } = stage;
    await twoLive(fixture);
    fixture.stackone.listOddly('emptied');
    for (let poll = 0; poll < 4; poll += 1) await fixture.tick();
    await fixture.tick(hour);
    expect((await fixture.words()).filter((words) => words === 'channel: regressed')).toHaveLength(2);
  });

  test('only for one reading says nothing, also for a single profile', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.answer({
      status: 200,
      path: '/connector_profiles',
      body: { page: 1, page_size: 25, total: 0, data: [] },
      times: 1,
    });
    await fixture.tick();
    expect(await fixture.words()).toEqual([]);
    expect(await profile(fixture, environmentId)).toMatchObject({ status: 'passed' });
  });
});

describe('a list of accounts that is wrong', () => {
  test('breaks nothing, whatever is wrong with it', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    fixture.stackone.linkAccount(profileId, { status: 'expired' });
    fixture.stackone.linkAccount(profileId, { status: 'error' });
    await fixture.tick(2 * minute);
    await fixture.notifications();
    for (const odd of contradictory) {
      fixture.stackone.listOddly(odd, '/v2/accounts');
      for (let check = 0; check < 2; check += 1) await fixture.tick(2 * minute);
      const account = await fixture.check(environmentId, 'linked_account');
      expect(account, odd).toMatchObject({ lastKnown: 'passed' });
    }
    expect(await fixture.words()).toEqual([]);
  });

  test('is empty in one list only: nothing is announced', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    await fixture.notifications();
    fixture.stackone.answer({ status: 200, path: '/v2/accounts', body: { data: [] }, times: 1 });
    await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
  });

  test('hides the only active account: then nothing is known', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId, { status: 'expired' });
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    fixture.stackone.listOddly('unreadable_row', '/v2/accounts'); // the newest, which is the active one
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
    });
  });
});

test('a list of actions loses none, whatever is wrong with it', async () => {
  const { fixture } = stage;
  const known = async () =>
    (await readActionList(fixture.database.db, T1)).actions.map(({ id }) => id).sort();
  await refreshActions(fixture.ctx, { workspaceId: T1 });
  const before = await known();
  expect(before.length).toBeGreaterThan(5);
  for (const odd of contradictory) {
    fixture.stackone.listOddly(odd, '/actions');
    fixture.pass(minute);
    await refreshActions(fixture.ctx, { workspaceId: T1 });
    expect(await known(), odd).toEqual(before);
  }
});
