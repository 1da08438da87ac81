import { describe, expect, test } from 'vitest';
import { type Fixture, followsRegression, hour, minute, useFixture } from '../fixture.ts';

const stage = useFixture();

async function linked(fixture: Fixture, names: readonly string[]) {
  const app = await fixture.registerLive();
  const ids = names.map((ownerName) => fixture.stackone.linkAccount(app.profileId, { ownerName }).id);
  await fixture.tick(2 * minute);
  await fixture.notifications();
  return { ...app, ids };
}

const revoked = {
  code: 'invalid_grant',
  description: 'Token was revoked',
  timestamp: '2026-03-01T08:00:00Z',
};
const fail = (fixture: Fixture, id: string | undefined, status = 'error') =>
  fixture.stackone.setAccountStatus(id ?? '', status, [revoked]);
const messages = async (fixture: Fixture) =>
  (await fixture.notifications()).flatMap((said) =>
    said.message === null || followsRegression(said) ? [] : [said.message],
  );

describe('one of several accounts that begins to fail', () => {
  test('is on the card and in the thread once, for the owners, and breaks nothing', async () => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Northwind', 'Contoso', 'Fabrikam']);
    fail(fixture, ids[0]);
    await fixture.tick(2 * minute);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'passed',
      detail: {
        active: 2,
        accounts: 3,
        notActive: [{ name: 'Northwind', status: 'error', code: 'invalid_grant' }],
      },
    });
    expect(await messages(fixture)).toMatchObject([
      { kind: 'accounts_failing', owners: ['UANA'], active: 2, of: 3, more: 0, accounts: [{ id: ids[0] }] },
    ]);
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
  });

  test('shares one message with others of the same look', async () => {
    const { fixture } = stage;
    const { ids } = await linked(fixture, ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    for (const id of ids.slice(1)) fail(fixture, id, 'expired');
    await fixture.tick(2 * minute);
    expect(await messages(fixture)).toMatchObject([{ kind: 'accounts_failing', more: 2, active: 1, of: 8 }]);
  });

  test('is only shown where StackOne does not say of which profile it is', async () => {
    const { fixture } = stage;
    fixture.stackone.withoutPath('/v2/accounts');
    const { environmentId, ids } = await linked(fixture, ['Northwind', 'Contoso']);
    fail(fixture, ids[0]);
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'passed',
      detail: { tied: false, notActive: [{ name: 'Northwind' }] },
    });
    expect(await messages(fixture)).toEqual([]);
  });

  test('flapping is announced a few times an hour, and the last time says so', async () => {
    const { fixture } = stage;
    const { ids } = await linked(fixture, ['Northwind', 'Contoso']);
    const said: object[] = [];
    const flap = async () => {
      fail(fixture, ids[0]);
      await fixture.tick(2 * minute);
      fixture.stackone.setAccountStatus(ids[0] ?? '', 'active');
      await fixture.tick(2 * minute);
      said.push(...(await messages(fixture)));
    };
    for (let swing = 0; swing < 5; swing += 1) await flap();
    expect(said.map((one) => 'unsteady' in one)).toEqual([false, false, true]);
    fixture.pass(hour);
    await flap();
    expect(said).toHaveLength(4);
  });

  test('that was linked a moment ago is only shown', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await linked(fixture, ['Northwind']);
    fixture.pass(minute);
    fixture.stackone.linkAccount(profileId, { ownerName: 'Contoso', status: 'error' });
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      detail: { active: 1, accounts: 2, notActive: [{ name: 'Contoso' }] },
    });
    expect(await fixture.words()).toEqual([]);
  });

  test.each(['needs_reauthorization', 'Paused', ''])(
    'in the unlisted word "%s" is only shown',
    async (word) => {
      const { fixture } = stage;
      const { environmentId, ids } = await linked(fixture, ['Northwind', 'Contoso']);
      fail(fixture, ids[0], word);
      await fixture.tick(2 * minute);
      expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
        detail: { notActive: [{ status: word }] },
      });
      expect(await fixture.words()).toEqual([]);
    },
  );
});

test('the last active account that fails is a regression, with its reason, and nothing else', async () => {
  const { fixture } = stage;
  const { ids } = await linked(fixture, ['Northwind', 'Contoso']);
  for (const id of ids) fail(fixture, id);
  await fixture.tick(2 * minute);
  expect(await messages(fixture)).toMatchObject([
    {
      kind: 'regressed',
      reason: 'no_active_account',
      accounts: { active: 0, accounts: 2, notActive: [{ code: 'invalid_grant' }, {}] },
    },
    { kind: 'stage_changed' },
  ]);
});

test('other words for a reason that StackOne had given are not an event, and the card shows the newest at its next change', async () => {
  const { fixture } = stage;
  const { appId, environmentId, ids } = await linked(fixture, ['Northwind', 'Contoso']);
  fail(fixture, ids[0]);
  await fixture.tick(2 * minute);
  const events = (await fixture.events(appId)).length;
  fixture.stackone.setAccountStatus(ids[0] ?? '', 'error', [
    { ...revoked, description: 'Request 7 was refused' },
  ]);
  await fixture.tick(2 * minute);
  expect(await fixture.events(appId)).toHaveLength(events);
  expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
    detail: { notActive: [{ description: 'Request 7 was refused' }] },
  });
});

test('the history counts accounts and names none', async () => {
  const { fixture } = stage;
  const { appId, ids } = await linked(fixture, ['Northwind', 'Contoso']);
  fail(fixture, ids[0]);
  await fixture.tick(2 * minute);
  const history = JSON.stringify(await fixture.events(appId));
  expect(history).toContain('"active":1');
  expect(history).not.toMatch(/Northwind|invalid_grant|revoked/);
});

describe('a disabled profile, whose accounts turn inactive', () => {
  test('is one message, also when it is disabled between the list and the accounts', async () => {
    const { fixture } = stage;
    const { profileId } = await linked(fixture, ['Northwind']);
    let once = true;
    fixture.stackone.beforeAnswer((path) => {
      if (path !== '/v2/accounts' || !once) return;
      once = false;
      fixture.stackone.disableProfile(profileId);
    });
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect((await messages(fixture)).map((one) => ('check' in one ? one.check : one.kind))).toEqual([
      'connector_profile',
      'stage_changed',
    ]);
  });

  test('is waited for after it was enabled, while its accounts are not back yet', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, ids } = await linked(fixture, ['Northwind']);
    fixture.stackone.disableProfile(profileId);
    await fixture.tick(2 * minute);
    fixture.stackone.enableProfile(profileId);
    fixture.stackone.setAccountStatus(ids[0] ?? '', 'inactive');
    await fixture.notifications();
    await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
  });

  test('is not looked for again while StackOne gives no list: then nothing is known', async () => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Northwind']);
    fail(fixture, ids[0]);
    let lists = 0;
    fixture.stackone.beforeAnswer((path) => {
      if (path === '/connector_profiles') lists += 1;
      if (path === '/v2/accounts' && lists === 1)
        fixture.stackone.answer({ status: 500, body: {}, path: '/connector_profiles', times: 1 });
    });
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ lastKnown: 'passed' });
    expect(await fixture.words()).toEqual([]);
  });
});

describe('an account that was linked to prove the profile, for a test only', () => {
  const proven = async (fixture: Fixture, environmentId: string, accountId: string) => {
    const at = fixture.ctx.clock.now().toISOString();
    const { profileId } = (await fixture.check(environmentId, 'connector_profile')).detail;
    const provenBy = { sessionId: 's1', accountId, at, profileId, temporary: true };
    await fixture.database.db.query(
      `update readiness_check set detail = detail || $2
       where environment_id = $1 and name in ('credentials', 'linked_account')`,
      [environmentId, JSON.stringify({ provenBy })],
    );
  };
  const ways: Readonly<Record<string, (fixture: Fixture, id: string) => void>> = {
    deleted: ({ stackone }, id) => stackone.deleteAccount(id),
    archived: ({ stackone }, id) => stackone.setAccountStatus(id, 'archived'),
  };

  test.each(Object.keys(ways))('raises no alarm when it is %s, as the only one', async (way) => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Test']);
    await proven(fixture, environmentId, ids[0] ?? '');
    ways[way]?.(fixture, ids[0] ?? '');
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
    });
  });

  test.each(Object.keys(ways))('raises none when it is %s beside others', async (way) => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Test', 'Northwind']);
    await proven(fixture, environmentId, ids[0] ?? '');
    ways[way]?.(fixture, ids[0] ?? '');
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect(await fixture.words()).toEqual([]);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
  });

  test.each(Object.keys(ways))('hides no failure of the only customer after it was %s', async (way) => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Test', 'Northwind']);
    await proven(fixture, environmentId, ids[0] ?? '');
    ways[way]?.(fixture, ids[0] ?? '');
    await fixture.tick(2 * minute);
    fail(fixture, ids[1]);
    for (let poll = 0; poll < 3; poll += 1) await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'failed',
      reason: 'no_active_account',
    });
  });

  test('does not keep quiet about a customer who fails at the same time', async () => {
    const { fixture } = stage;
    const { environmentId, ids } = await linked(fixture, ['Test', 'Northwind', 'Contoso']);
    await proven(fixture, environmentId, ids[0] ?? '');
    fixture.stackone.deleteAccount(ids[0] ?? '');
    fail(fixture, ids[1]);
    await fixture.tick(2 * minute);
    expect(await messages(fixture)).toMatchObject([
      { kind: 'accounts_failing', accounts: [{ name: 'Northwind' }], more: 0 },
    ]);
  });
});
