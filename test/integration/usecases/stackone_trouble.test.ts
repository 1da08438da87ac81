import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/core/deliveries/message.ts';
import { pollStackone } from '../../../src/usecases/profiles/poll_stackone.ts';
import { hour, minute, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld();

async function messages(world: World): Promise<{ channel: string; message: Message }[]> {
  return (await world.news()).flatMap(({ channel, message }) =>
    message === null ? [] : [{ channel, message }],
  );
}

const lists = (world: World) => world.stackone.requests.count('/connector_profiles');

describe('an outage of StackOne', () => {
  test('makes profiles unknown at once, with their last answer and its age, and writes no row for each of them', async () => {
    const { world } = stage;
    const { environmentId, appId } = await world.registerLive();
    const lastList = world.ctx.clock.now();
    await world.news();
    const before = await rows(world);
    world.stackone.down();
    await world.tick();
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      knownAt: lastList,
      reason: 'network',
    });
    expect((await world.environment(environmentId)).stage).toBe('live');
    expect(await rows(world)).toEqual(before);
    const card = await world.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.environments[0]?.checks.find((one) => one.name === 'connector_profile')?.status).toBe(
      'unknown',
    );
    expect(await world.words()).toEqual([]);
  });

  test('is announced once a channel, after it has lasted; so is its end', async () => {
    const { world } = stage;
    await world.registerLive('One');
    await world.register({ name: 'Two' });
    await world.register({ name: 'Three', channelId: 'C2' });
    await world.tick();
    await world.news();
    world.stackone.down();
    for (let halves = 0; halves < 20; halves += 1) await world.tick();
    const since = new Date(world.ctx.clock.now().getTime() - 9.5 * minute).toISOString();
    expect(await messages(world)).toEqual([]);
    await world.tick();
    expect(await messages(world)).toEqual([
      { channel: 'C1', message: { kind: 'stackone_trouble', trouble: 'network', since } },
      { channel: 'C2', message: { kind: 'stackone_trouble', trouble: 'network', since } },
    ]);
    await world.tick();
    await world.tick(hour);
    expect(await messages(world)).toEqual([]);

    world.stackone.clearWeather();
    await world.tick();
    expect(await messages(world)).toEqual([
      { channel: 'C1', message: { kind: 'stackone_back', since } },
      { channel: 'C2', message: { kind: 'stackone_back', since } },
    ]);
    await world.tick();
    expect(await world.news()).toEqual([]);
  });

  test('redraws every card when it is announced and when it ends', async () => {
    const { world } = stage;
    const one = await world.register({ name: 'One' });
    const two = await world.register({ name: 'Two', channelId: 'C2' });
    await world.tick();
    const cards = async () =>
      (await world.news())
        .filter((said) => said.card === 'zoom_app')
        .map((said) => `${said.channel} ${said.subjectId}`)
        .sort();
    const sent = () => world.database.db.query(`update delivery set state = 'sent'`);
    await cards();
    await sent();
    world.stackone.down();
    await world.tick();
    expect(await cards()).toEqual([]);
    await world.tick(11 * minute);
    const all = [`C1 ${one.appId}`, `C2 ${two.appId}`].sort();
    expect(await cards()).toEqual(all);
    await sent();
    world.stackone.clearWeather();
    await world.tick();
    expect(await cards()).toEqual(all);
  });

  test('that was too short to be announced leaves nothing of it on cards drawn meanwhile', async () => {
    const { world } = stage;
    const one = await world.register({ name: 'One' });
    await world.register({ name: 'Two' });
    await world.tick();
    world.stackone.down();
    await world.tick();
    await world.database.db.query(`update delivery set state = 'sent'`);
    const environmentId = one.environments.development;
    await world.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.news();
    world.stackone.clearWeather();
    await world.tick();
    expect(await world.news()).toMatchObject([{ card: 'zoom_app', subjectId: one.appId }]);
  });

  test('forgets nothing: what changed meanwhile is told afterwards', async () => {
    const { world } = stage;
    const { profileId, environmentId } = await world.registerLive();
    await world.news();
    world.stackone.down();
    await world.tick();
    world.stackone.disableProfile(profileId);
    await world.tick(20 * minute);
    world.stackone.clearWeather();
    await world.tick();
    const told = (await messages(world)).map(({ message }) => message.kind);
    expect(told).toEqual(['stackone_trouble', 'stackone_back', 'regressed', 'stage_changed']);
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({ status: 'failed' });
  });

  test('puts the linked account out of sight too, without asking for it', async () => {
    const { world } = stage;
    const { environmentId, profileId } = await world.registerLive();
    world.stackone.linkAccount(profileId);
    await world.tick(2 * minute);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    world.stackone.answer({ status: 503, body: {}, path: '/connector_profiles' });
    const asked = world.stackone.requests.count('/v2/accounts');
    await world.tick(5 * minute);
    expect(world.stackone.requests.count('/v2/accounts')).toBe(asked);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
    });
    world.stackone.clearWeather();
    await world.tick(2 * minute);
    expect(await world.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
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
    const { world } = stage;
    const { environmentId } = await world.registerLive();
    await world.news();
    world.stackone.answer(answer);
    await world.tick();
    expect(await world.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      reason: trouble,
    });
    expect((await messages(world)).map(({ message }) => message.kind)).not.toContain('regressed');
  });
});

describe('a key that StackOne refuses', () => {
  test.each([
    [401, 'key_refused'],
    [403, 'key_forbidden'],
  ] as const)(
    'with %i is told at once, and not tried again for a quarter of an hour',
    async (status, trouble) => {
      const { world } = stage;
      const { profileId } = await world.registerLive();
      world.stackone.linkAccount(profileId);
      await world.news();
      world.stackone.answer({ status, body: {} });
      await world.tick();
      expect((await messages(world)).map(({ message }) => message)).toMatchObject([
        { kind: 'stackone_trouble', trouble },
      ]);
      const asked = world.stackone.requests.count();
      for (let halves = 0; halves < 29; halves += 1) await world.tick();
      expect(world.stackone.requests.count()).toBe(asked);
      await world.tick();
      expect(world.stackone.requests.count()).toBe(asked + 1);
      expect(await messages(world)).toEqual([]);
    },
  );

  test('is not tried again on request, but at once when there is a new one', async () => {
    const { world } = stage;
    const { appId } = await world.registerLive();
    world.stackone.answer({ status: 401, body: {} });
    await world.tick();
    const asked = lists(world);
    await world.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    await world.runJobs();
    expect(lists(world)).toBe(asked);
    await world.tick();
    expect(lists(world)).toBe(asked);
    world.stackone.clearWeather();
    const settings = { ...world.ctx.settings, stackoneKey: 'second key' };
    await pollStackone({ ...world.ctx, settings }, { workspaceId: T1 });
    expect(lists(world)).toBe(asked + 1);
    expect((await messages(world)).map(({ message }) => message.kind)).toContain('stackone_back');
  });
});

test('the pause that StackOne asks for is kept, also on request', async () => {
  const { world } = stage;
  const { appId } = await world.registerLive();
  world.stackone.answer({ status: 429, body: {}, headers: { 'retry-after': '300' }, times: 1 });
  await world.tick();
  const asked = world.stackone.requests.count();
  await world.tick();
  await world.tick(2 * minute);
  await world.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
  await world.runJobs();
  expect(world.stackone.requests.count()).toBe(asked);
  await world.tick(3 * minute);
  expect(world.stackone.requests.count()).toBeGreaterThan(asked);
});

test('nobody asks StackOne while nobody waits for it', async () => {
  const { world } = stage;
  await world.tick();
  await world.tick();
  expect(world.stackone.requests.count()).toBe(0);
});

describe('without a key for StackOne', () => {
  const keyless = useWorld({ stackoneKey: 'none' });

  test('nothing is announced, the profile is unknown and says why', async () => {
    const { world } = keyless;
    const { environments } = await world.register();
    await world.tick();
    await world.tick(hour);
    expect((await messages(world)).map(({ message }) => message.kind)).not.toContain('stackone_trouble');
    expect(await world.check(environments.development, 'connector_profile')).toMatchObject({
      status: 'unknown',
      reason: 'not_configured',
      knownAt: null,
    });
    expect(await world.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      stackone: { configured: false, trouble: 'not_configured', answeredAt: null },
    });
  });

  test('an outage right after the key was given is no outage that has lasted for days', async () => {
    const { world } = keyless;
    await world.register();
    await world.tick();
    world.pass(48 * hour);
    await world.news();
    const settings = { ...world.ctx.settings, stackoneKey: 'first key' };
    const down = {
      ...world.ctx.stackone,
      listZoomProfiles: async () => ({ kind: 'unavailable', why: 'timeout' }) as const,
    };
    const ctx = { ...world.ctx, settings, stackone: down };
    await pollStackone(ctx, { workspaceId: T1 });
    expect(await messages(world)).toEqual([]);
    world.pass(10 * minute + second);
    await pollStackone(ctx, { workspaceId: T1 });
    expect((await messages(world)).map(({ message }) => message.kind)).toEqual(['stackone_trouble']);
  });
});

/** Everything that is kept for each environment. */
async function rows({ database }: World): Promise<unknown[]> {
  const checks = await database.db.query('select * from readiness_check order by environment_id, name');
  const events = await database.db.query(
    'select id from event where environment_id is not null order by seq',
  );
  return [checks, events];
}
