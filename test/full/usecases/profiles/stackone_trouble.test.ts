import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { pollStackone } from '../../../../src/usecases/profiles/poll_stackone.ts';
import {
  type Fixture,
  followsRegression,
  hour,
  minute,
  second,
  T1,
  useFixture,
  zoe,
} from '../../../integration/usecases/fixture.ts';

const stage = useFixture();

async function messages(fixture: Fixture): Promise<{ channel: string; message: Message }[]> {
  return (await fixture.notifications()).flatMap((said) =>
    said.message === null || followsRegression(said)
      ? []
      : [{ channel: said.channel, message: said.message }],
  );
}

const lists = (fixture: Fixture) => fixture.stackone.requests.count('/connector_profiles');

describe('an outage of StackOne', () => {
  test('makes profiles unknown at once, with their last answer and its age, and writes no row for each of them', async () => {
    const { fixture } = stage;
    const { environmentId, appId } = await fixture.registerLive();
    const lastList = fixture.ctx.clock.now();
    await fixture.notifications();
    const before = await rows(fixture);
    fixture.stackone.down();
    await fixture.tick();
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      knownAt: lastList,
      reason: 'network',
    });
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await rows(fixture)).toEqual(before);
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.environments[0]?.checks.find((one) => one.name === 'connector_profile')?.status).toBe(
      'unknown',
    );
    expect(await fixture.words()).toEqual([]);
  });

  test('is announced once a channel, after it has lasted; so is its end', async () => {
    const { fixture } = stage;
    await fixture.registerLive('One');
    await fixture.register({ name: 'Two' });
    await fixture.register({ name: 'Three', channelId: 'C2' });
    await fixture.tick();
    await fixture.notifications();
    fixture.stackone.down();
    for (let halves = 0; halves < 20; halves += 1) await fixture.tick();
    const since = new Date(fixture.ctx.clock.now().getTime() - 9.5 * minute).toISOString();
    expect(await messages(fixture)).toEqual([]);
    await fixture.tick();
    expect(await messages(fixture)).toEqual([
      { channel: 'C1', message: { kind: 'stackone_trouble', trouble: 'network', since } },
      { channel: 'C2', message: { kind: 'stackone_trouble', trouble: 'network', since } },
    ]);
    await fixture.tick();
    await fixture.tick(hour);
    expect(await messages(fixture)).toEqual([]);

    fixture.stackone.clearFaults();
    await fixture.tick();
    expect(await messages(fixture)).toEqual([
      { channel: 'C1', message: { kind: 'stackone_back', since } },
      { channel: 'C2', message: { kind: 'stackone_back', since } },
    ]);
    await fixture.tick();
    expect(await fixture.notifications()).toEqual([]);
  });

  test('redraws every card when it is announced and when it ends', async () => {
    const { fixture } = stage;
    const one = await fixture.register({ name: 'One' });
    const two = await fixture.register({ name: 'Two', channelId: 'C2' });
    await fixture.tick();
    const cards = async () =>
      (await fixture.notifications())
        .filter((said) => said.card === 'zoom_app')
        .map((said) => `${said.channel} ${said.subjectId}`)
        .sort();
    const sent = () => fixture.database.db.query(`update delivery set state = 'sent'`);
    await cards();
    await sent();
    fixture.stackone.down();
    await fixture.tick();
    expect(await cards()).toEqual([]);
    await fixture.tick(11 * minute);
    const all = [`C1 ${one.appId}`, `C2 ${two.appId}`].sort();
    expect(await cards()).toEqual(all);
    await sent();
    fixture.stackone.clearFaults();
    await fixture.tick();
    expect(await cards()).toEqual(all);
  });

  test('that was too short to be announced leaves nothing of it on cards drawn meanwhile', async () => {
    const { fixture } = stage;
    const one = await fixture.register({ name: 'One' });
    await fixture.register({ name: 'Two' });
    await fixture.tick();
    fixture.stackone.down();
    await fixture.tick();
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    const environmentId = one.environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.notifications();
    fixture.stackone.clearFaults();
    await fixture.tick();
    expect(await fixture.notifications()).toMatchObject([{ card: 'zoom_app', subjectId: one.appId }]);
  });

  test('loses nothing: what changed meanwhile is announced afterwards', async () => {
    const { fixture } = stage;
    const { profileId, environmentId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.down();
    await fixture.tick();
    fixture.stackone.disableProfile(profileId);
    await fixture.tick(20 * minute);
    fixture.stackone.clearFaults();
    await fixture.tick();
    const kinds = (await messages(fixture)).map(({ message }) => message.kind);
    expect(kinds).toEqual(['stackone_trouble', 'stackone_back', 'regressed', 'stage_changed']);
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({ status: 'failed' });
  });

  test('makes the linked account unknown too, without asking for it', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    fixture.stackone.answer({ status: 503, body: {}, path: '/connector_profiles' });
    const asked = fixture.stackone.requests.count('/v2/accounts');
    await fixture.tick(5 * minute);
    expect(fixture.stackone.requests.count('/v2/accounts')).toBe(asked);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
    });
    fixture.stackone.clearFaults();
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
  });

  test.each([
    ['a listing that is nowhere', { status: 404, body: {} }, 'no_listing'],
    ['a question it does not like', { status: 400, body: {} }, 'bad_request'],
    ['a page', { status: 200, html: '<h1>Sign in</h1>' }, 'not_json'],
    ['another shape', { status: 200, body: { data: 'soon' } }, 'unexpected_reply'],
    ['its own time-out', { status: 408, body: {} }, 'timeout'],
    ['an error', { status: 502, body: {} }, 'server_error'],
    ['too many requests', { status: 429, body: {} }, 'rate_limited'],
  ] as const)('with %s removes no profile', async (_what, answer, trouble) => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    await fixture.notifications();
    fixture.stackone.answer(answer);
    await fixture.tick();
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      reason: trouble,
    });
    expect((await messages(fixture)).map(({ message }) => message.kind)).not.toContain('regressed');
  });
});

describe('a key that StackOne refuses', () => {
  test.each([
    [401, 'key_refused'],
    [403, 'key_forbidden'],
  ] as const)(
    'with %i is told at once, and not tried again for a quarter of an hour',
    async (status, trouble) => {
      const { fixture } = stage;
      const { profileId } = await fixture.registerLive();
      fixture.stackone.linkAccount(profileId);
      await fixture.notifications();
      fixture.stackone.answer({ status, body: {} });
      await fixture.tick();
      expect((await messages(fixture)).map(({ message }) => message)).toMatchObject([
        { kind: 'stackone_trouble', trouble },
      ]);
      const asked = fixture.stackone.requests.count();
      for (let halves = 0; halves < 29; halves += 1) await fixture.tick();
      expect(fixture.stackone.requests.count()).toBe(asked);
      await fixture.tick();
      expect(fixture.stackone.requests.count()).toBe(asked + 1);
      expect(await messages(fixture)).toEqual([]);
    },
  );

  test('is not tried again on request, but at once when there is a new one', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.registerLive();
    fixture.stackone.answer({ status: 401, body: {} });
    await fixture.tick();
    const asked = lists(fixture);
    await fixture.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    await fixture.runJobs();
    expect(lists(fixture)).toBe(asked);
    await fixture.tick();
    expect(lists(fixture)).toBe(asked);
    fixture.stackone.clearFaults();
    const settings = { ...fixture.ctx.settings, stackoneKey: 'second key' };
    await pollStackone({ ...fixture.ctx, settings }, { workspaceId: T1 });
    expect(lists(fixture)).toBe(asked + 1);
    expect((await messages(fixture)).map(({ message }) => message.kind)).toContain('stackone_back');
  });
});

test('the pause that StackOne asks for is kept, also on request', async () => {
  const { fixture } = stage;
  const { appId } = await fixture.registerLive();
  fixture.stackone.answer({ status: 429, body: {}, headers: { 'retry-after': '300' }, times: 1 });
  await fixture.tick();
  const asked = fixture.stackone.requests.count();
  await fixture.tick();
  await fixture.tick(2 * minute);
  await fixture.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
  await fixture.runJobs();
  expect(fixture.stackone.requests.count()).toBe(asked);
  await fixture.tick(3 * minute);
  expect(fixture.stackone.requests.count()).toBeGreaterThan(asked);
});

test('StackOne is not polled while no environment needs it', async () => {
  const { fixture } = stage;
  await fixture.tick();
  await fixture.tick();
  expect(fixture.stackone.requests.count()).toBe(0);
});

describe('without a key for StackOne', () => {
  const keyless = useFixture({ stackoneKey: 'none' });

  test('nothing is announced, the profile is unknown and says why', async () => {
    const { fixture } = keyless;
    const { environments } = await fixture.register();
    await fixture.tick();
    await fixture.tick(hour);
    expect((await messages(fixture)).map(({ message }) => message.kind)).not.toContain('stackone_trouble');
    expect(await fixture.check(environments.development, 'connector_profile')).toMatchObject({
      status: 'unknown',
      reason: 'not_configured',
      knownAt: null,
    });
    expect(await fixture.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      stackone: { configured: false, trouble: 'not_configured', answeredAt: null },
    });
  });

  test('an outage right after the key was given is no outage that has lasted for days', async () => {
    const { fixture } = keyless;
    await fixture.register();
    await fixture.tick();
    fixture.pass(48 * hour);
    await fixture.notifications();
    const settings = { ...fixture.ctx.settings, stackoneKey: 'first key' };
    const down = {
      ...fixture.ctx.stackone,
      listZoomProfiles: async () => ({ kind: 'unavailable', why: 'timeout' }) as const,
    };
    const ctx = { ...fixture.ctx, settings, stackone: down };
    await pollStackone(ctx, { workspaceId: T1 });
    expect(await messages(fixture)).toEqual([]);
    fixture.pass(10 * minute + second);
    await pollStackone(ctx, { workspaceId: T1 });
    expect((await messages(fixture)).map(({ message }) => message.kind)).toEqual(['stackone_trouble']);
  });
});

/** Everything that is kept for each environment. */
async function rows({ database }: Fixture): Promise<unknown[]> {
  const checks = await database.db.query('select * from readiness_check order by environment_id, name');
  const events = await database.db.query(
    'select id from event where environment_id is not null order by seq',
  );
  return [checks, events];
}
