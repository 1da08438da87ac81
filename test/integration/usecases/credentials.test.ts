import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../sandbox/faults/faults.ts';
import { nextAction } from '../../../src/core/checks/next_action.ts';
import type { Message } from '../../../src/core/deliveries/message.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { nextStep } from '../../../src/slack/messages/checks/next_step.ts';
import { createDatabase } from '../../../src/store/postgres/client/database.ts';
import { probeCredentials } from '../../../src/usecases/checks/probe_credentials.ts';
import { createVault } from '../../../src/vault/vault.ts';
import type { Zoom } from '../../../src/zoom/zoom.ts';
import { quietLog } from '../../harness/log.ts';
import { until } from '../../harness/until.ts';
import { ana, hour, minute, type Pair, second, T1, useWorld, type World, zoe } from './world.ts';

const stage = useWorld({ timeoutMs: 300 });

/** A pair typed by an owner in place of the one that is kept. */
async function replace({ usecases }: World, environmentId: string, pair: Pair, actor = ana) {
  const secret = new Secret(pair.clientSecret);
  return usecases.replaceCredentials({
    workspaceId: T1,
    actor,
    environmentId,
    clientId: pair.clientId,
    secret,
  });
}

async function check(world: World, environmentId: string) {
  const { status, lastKnown, evidence, reason, attestedBy } = await world.check(environmentId, 'credentials');
  return { status, lastKnown, evidence, reason, attestedBy };
}

const verified = {
  status: 'passed',
  lastKnown: 'passed',
  evidence: 'verified',
  reason: null,
  attestedBy: null,
};

describe('a pair that Zoom accepts', () => {
  test('is verified once a wrong secret was proven to be refused', async () => {
    const { world } = stage;
    const { environments, appId } = await world.register();
    await world.news();
    await world.runJobs();
    expect(await check(world, environments.development)).toEqual(verified);
    expect((await world.environment(environments.development)).stage).toBe('testing');
    expect(await world.words()).toEqual(['thread: stage_changed']);
    expect((await world.events(appId)).map((event) => event.kind)).toEqual([
      'zoom_app_registered',
      'check_changed',
      'check_changed',
      'stage_changed',
    ]);
  });

  test('costs one altered secret in the life of a workspace, also when all are asked about at once', async () => {
    const { world } = stage;
    const first = await world.register({ environments: ['development', 'production'] });
    const other = await world.register({ name: 'Beta' });
    const ids = [...Object.values(first.environments), other.environments.development];
    await Promise.all(
      ids.map((environmentId) => world.usecases.probeCredentials({ workspaceId: T1, environmentId })),
    );
    expect(world.zoom.requests.count('/oauth/token')).toBe(3 + 1);
    for (const id of ids) expect(await check(world, id)).toEqual(verified);
    expect(await world.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      zoom: { probeTrust: 'trusted', lastTrouble: null },
    });
  });

  test('is looked at again a day later, and not before', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.tick();
    const asked = world.zoom.requests.count();
    await world.tick(23 * hour);
    expect(world.zoom.requests.count()).toBe(asked);
    await world.tick(hour);
    expect(world.zoom.requests.count()).toBe(asked + 1);
    expect((await world.check(environments.development, 'credentials')).lookedAt).toEqual(
      world.ctx.clock.now(),
    );
    expect(await world.words()).not.toContain('thread: check_repaired');
  });

  test('is asked about at once on request, and not twice within half a minute', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.runJobs();
    const asked = world.zoom.requests.count();
    const now = (actor: string) => world.usecases.checkNow({ workspaceId: T1, actor, appId });
    expect(await now(zoe)).toMatchObject({ ok: true, value: { probe: 'too_soon' } });
    world.pass(31 * second);
    expect(await now(ana)).toMatchObject({ ok: true, value: { probe: 'queued' } });
    expect(await now('UBEN')).toMatchObject({ ok: true, value: { probe: 'queued' } });
    await world.runJobs();
    expect(world.zoom.requests.count()).toBe(asked + 1);
    expect(await now('UEVE')).toMatchObject({ ok: true, value: { probe: 'too_soon' } });
  });

  test('on request the card is drawn anew, though nothing has changed', async () => {
    const { world } = stage;
    const { appId } = await world.register();
    await world.runJobs();
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.news();
    await world.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    expect(await world.news()).toMatchObject([{ card: 'zoom_app', subjectId: appId, message: null }]);
  });
});

describe('a Zoom that looks at the code before the client', () => {
  test('does not contradict a pair, which proves nothing until a person confirms it', async () => {
    const { world } = stage;
    world.zoom.checksCodeFirst(true);
    const { environments } = await world.register();
    const environmentId = environments.development;
    await world.runJobs();
    expect(await check(world, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'not_contradicted',
    });
    expect((await world.environment(environmentId)).stage).toBe('credentials');
    await world.news();

    const { pairMark: mark } = await world.environment(environmentId);
    const confirm = () =>
      world.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'credentials', mark });
    expect(await confirm()).toEqual({ ok: true, value: { changed: true, appName: 'Acme Zoom' } });
    expect(await confirm()).toEqual({ ok: true, value: { changed: false, appName: 'Acme Zoom' } });
    const confirmed = { ...verified, evidence: 'attested', attestedBy: zoe };
    expect(await check(world, environmentId)).toEqual(confirmed);
    expect(await world.words()).toEqual(['thread: attested', 'thread: stage_changed']);

    // Not taken back because Zoom does not contradict it again.
    await world.tick(24 * hour);
    expect(await check(world, environmentId)).toEqual(confirmed);
    expect(await world.words()).toEqual([]);
  });

  test('is found out once, for all pairs to come', async () => {
    const { world } = stage;
    world.zoom.checksCodeFirst(true);
    await world.register({ environments: ['development', 'production'] });
    await world.runJobs();
    await world.register({ name: 'Beta' });
    await world.runJobs();
    expect(world.zoom.requests.count('/oauth/token')).toBe(3 + 1);
  });
});

test('a pair that is accepted while the altered secret gets no answer is tried again soon', async () => {
  const { world } = stage;
  const { environments } = await world.register();
  const outage: Zoom = {
    ...world.ctx.zoom,
    probeCredentials: async (clientId, secret, redirect) => {
      const verdict = await world.ctx.zoom.probeCredentials(clientId, secret, redirect);
      world.zoom.answer({ status: 503, body: {} });
      return verdict;
    },
  };
  const at = { workspaceId: T1, environmentId: environments.development };
  await probeCredentials({ ...world.ctx, zoom: outage }, at);
  expect(await check(world, at.environmentId)).toMatchObject({
    status: 'pending',
    reason: 'not_contradicted',
  });
  world.zoom.clearWeather();
  await world.tick(6 * minute);
  expect(await check(world, at.environmentId)).toEqual(verified);
});

describe('a pair that Zoom refuses', () => {
  test('fails, keeps the environment where it is, and is told in the thread', async () => {
    const { world } = stage;
    const { clientId } = world.zoom.addApp();
    const wrong = { clientId, clientSecret: 'wrong' };
    const { environments } = await world.register({ pairs: { development: wrong } });
    await world.news();
    await world.runJobs();
    expect(await check(world, environments.development)).toMatchObject({
      status: 'failed',
      evidence: 'verified',
      reason: 'invalid_credentials',
    });
    expect((await world.environment(environments.development)).stage).toBe('credentials');
    expect(await world.words()).toEqual(['thread: check_failed']);

    await world.tick(24 * hour);
    expect(await world.words()).toEqual([]);
    const { clientSecret } = world.zoom.addApp({ clientId });
    expect(await replace(world, environments.development, { clientId, clientSecret })).toMatchObject({
      ok: true,
    });
    expect(await world.words()).toEqual(['thread: edited']);
    await world.runJobs();
    expect(await check(world, environments.development)).toEqual(verified);
    expect(await world.words()).toEqual(['thread: check_repaired', 'thread: stage_changed']);
  });

  test('gives way to the next one that is refused too: what is shown is about what was typed last', async () => {
    const { world } = stage;
    const wrong = { clientId: 'first', clientSecret: 'wrong' };
    const { environments } = await world.register({ pairs: { development: wrong } });
    await world.runJobs();
    await replace(world, environments.development, { clientId: 'second', clientSecret: 'wrong too' });
    await world.runJobs();
    const environment = await world.environment(environments.development);
    expect([environment.clientId, environment.pendingClientId]).toEqual(['second', null]);
    expect(await check(world, environments.development)).toMatchObject({ status: 'failed' });
  });

  test('after it was accepted is a regression, announced once, and announced again when it is mended', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    await world.news();
    const { clientId, clientSecret } = app.pairs.development;
    world.zoom.rotateSecret(clientId, 'another secret');
    await world.tick(24 * hour);
    expect((await world.environment(app.environmentId)).stage).toBe('degraded');
    expect(await world.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    await world.tick(24 * hour);
    expect(await world.words()).toEqual([]);
    world.zoom.rotateSecret(clientId, clientSecret);
    await world.tick(24 * hour);
    expect((await world.environment(app.environmentId)).stage).toBe('live');
    expect(await world.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('of a disabled app is told apart, and comes back when the app is enabled', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    await world.news();
    world.zoom.disableApp(app.pairs.development.clientId);
    await world.tick(24 * hour);
    expect(await check(world, app.environmentId)).toMatchObject({ status: 'failed', reason: 'app_disabled' });
    expect((await messages(world)).map((one) => 'reason' in one && one.reason)).toContain('app_disabled');
    world.zoom.enableApp(app.pairs.development.clientId);
    await world.tick(24 * hour);
    expect(await check(world, app.environmentId)).toEqual(verified);
    expect(await world.words()).toContain('channel: recovered');
  });
});

describe('a new pair for an environment whose old pair works', () => {
  test('takes over when Zoom accepts it, which the thread says and the card shows', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    await world.news();
    const next = world.zoom.addApp();
    await replace(world, app.environmentId, next);
    expect(await world.environment(app.environmentId)).toMatchObject({
      clientId: app.pairs.development.clientId,
      pendingClientId: next.clientId,
      stage: 'live',
    });
    await world.runJobs();
    expect(await world.environment(app.environmentId)).toMatchObject({
      clientId: next.clientId,
      pendingClientId: null,
      stage: 'live',
    });
    expect(await check(world, app.environmentId)).toEqual(verified);
    expect(await world.words()).toEqual(['thread: edited', 'thread: check_repaired']);
  });

  test('is dropped when Zoom refuses it; the old pair stays in use and verified', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    await world.news();
    await replace(world, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    await world.runJobs();
    expect(await world.environment(app.environmentId)).toMatchObject({
      clientId: app.pairs.development.clientId,
      pendingClientId: null,
      stage: 'live',
    });
    expect(await check(world, app.environmentId)).toEqual(verified);
    const told = await messages(world);
    expect(told.at(-1)).toMatchObject({ kind: 'check_failed', reason: 'new_secret_refused' });
    const asked = world.zoom.requests.count();
    await world.tick(24 * hour);
    expect(world.zoom.requests.all().at(-1)?.notes.client_id).toBe(app.pairs.development.clientId);
    expect(world.zoom.requests.count()).toBe(asked + 1);
  });

  test('waits through an outage; when it is refused afterwards the old pair is looked at again at once', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    world.zoom.down();
    await replace(world, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    await world.runJobs();
    expect(await check(world, app.environmentId)).toMatchObject({ status: 'unknown', lastKnown: 'passed' });
    expect((await world.environment(app.environmentId)).pendingClientId).toBe('new');
    world.zoom.clearWeather();
    await world.tick(6 * minute);
    expect((await world.environment(app.environmentId)).pendingClientId).toBeNull();
    expect(await check(world, app.environmentId)).toEqual(verified);
  });

  test('is asked about once more when it was replaced while Zoom was asked', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    const newest = world.zoom.addApp();
    await replace(world, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    const meanwhile = during(world, () => replace(world, app.environmentId, newest));
    await probeCredentials(
      { ...world.ctx, zoom: meanwhile },
      { workspaceId: T1, environmentId: app.environmentId },
    );
    expect(await world.environment(app.environmentId)).toMatchObject({ pendingClientId: newest.clientId });
    await world.runJobs();
    expect(await world.environment(app.environmentId)).toMatchObject({
      clientId: newest.clientId,
      pendingClientId: null,
    });
    expect(await check(world, app.environmentId)).toEqual(verified);
  });

  test('that an owner confirmed while Zoom was asked is not taken for a waiting one when Zoom refuses it', async () => {
    const { world } = stage;
    world.zoom.checksCodeFirst(true);
    const { environments } = await world.register();
    const at = { workspaceId: T1, environmentId: environments.development };
    await world.runJobs();
    await replace(world, at.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    world.zoom.checksCodeFirst(false);
    const { pairMark: mark } = await world.environment(at.environmentId);
    const confirm = () => world.usecases.attest({ ...at, actor: ana, what: 'credentials', mark });
    await probeCredentials({ ...world.ctx, zoom: during(world, confirm) }, at);
    expect(await world.environment(at.environmentId)).toMatchObject({
      clientId: 'new',
      pendingClientId: null,
    });
    expect(await check(world, at.environmentId)).toMatchObject({
      status: 'failed',
      reason: 'invalid_credentials',
    });
  });

  test('may come from an owner only', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const refused = await replace(world, environments.development, world.zoom.addApp(), zoe);
    expect(refused).toEqual({ ok: false, error: 'not_owner' });
    const nowhere = await replace(world, world.ctx.newId(), world.zoom.addApp());
    expect(nowhere).toEqual({ ok: false, error: 'not_found' });
  });
});

const weathers: readonly (readonly [string, (world: World) => void, string])[] = [
  ['a connection that breaks', (world) => world.zoom.down(), 'network'],
  ['half an answer', (world) => world.zoom.cut(), 'network'],
  ['no answer in time', (world) => world.zoom.slow(2_000), 'timeout'],
  ...(
    [
      ['429', { status: 429, body: {} }, 'rate_limited'],
      ['408', { status: 408, body: {} }, 'timeout'],
      ['500', { status: 500, body: {} }, 'server_error'],
      ['a 503 page', { status: 503, html: '<h1>Sorry</h1>' }, 'server_error'],
      ['a sign-in page', { status: 200, html: '<h1>Sign in</h1>' }, 'not_json'],
      [
        'odd words',
        { status: 400, body: { error: 'invalid_client', reason: 'Bad moon' } },
        'unexpected_reply',
      ],
      ['words at the wrong status', { status: 403, body: { error: 'invalid_client' } }, 'unexpected_reply'],
      [
        'a redirect',
        { status: 302, body: {}, headers: { location: 'https://example.com' } },
        'unexpected_reply',
      ],
      ['a token', { status: 200, body: { access_token: 'made up' } }, 'unexpected_reply'],
      [
        'nothing known of the grant',
        { status: 400, body: { error: 'unsupported_grant_type' } },
        'unexpected_reply',
      ],
    ] as const
  ).map(([name, answer, why]): [string, (world: World) => void, string] => [
    name,
    (world) => world.zoom.answer(answer satisfies Answer),
    why,
  ]),
];

describe.each(weathers)('weather: %s', (_name, begin, why) => {
  test('makes a pair that was never looked at unknown, and says nothing', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    await world.news();
    begin(world);
    await world.runJobs();
    expect(await check(world, environments.development)).toMatchObject({
      status: 'unknown',
      lastKnown: 'pending',
      reason: why,
    });
    expect(await world.words()).toEqual([]);
    expect(await world.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      zoom: { lastTrouble: why },
    });
  });

  test('keeps what was known of a live environment, raises no alarm, and clears up by itself', async () => {
    const { world } = stage;
    const app = await world.registerLive();
    const { knownAt } = await world.check(app.environmentId, 'credentials');
    await world.news();
    begin(world);
    await world.tick(24 * hour);
    expect(await check(world, app.environmentId)).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      evidence: 'verified',
      reason: why,
    });
    expect((await world.check(app.environmentId, 'credentials')).knownAt).toEqual(knownAt);
    expect((await world.environment(app.environmentId)).stage).toBe('live');
    world.zoom.clearWeather();
    await world.tick(6 * minute);
    expect(await check(world, app.environmentId)).toEqual(verified);
    expect(await world.words()).toEqual([]);
  });
});

describe('while Zoom only pauses', () => {
  test('nobody is asked to compare, and a person who does so all the same changes nothing', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    world.zoom.answerTokens('failing');
    await world.tick();
    const { checks, pairMark: mark } = await world.environment(environmentId);
    expect(nextAction(checks)).toBe('wait_for_credentials');
    const said = await world.usecases.attest({
      workspaceId: T1,
      actor: zoe,
      environmentId,
      what: 'credentials',
      mark,
    });
    expect(said).toMatchObject({ ok: true, value: { changed: false, outdated: true } });
    expect(await check(world, environmentId)).toMatchObject({ status: 'unknown', lastKnown: 'pending' });
  });

  test('a person may look once asking has not helped for an hour: the card is drawn anew then, and only then', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    const environmentId = environments.development;
    world.zoom.answerTokens('failing');
    await world.tick();
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.news();
    for (let tries = 0; tries < 11; tries += 1) await world.tick(5 * minute);
    expect(await world.news()).toEqual([]);
    await world.tick(5 * minute);
    expect(await world.news()).toMatchObject([{ card: 'zoom_app' }]);
    const { checks, pairMark: mark } = await world.environment(environmentId);
    expect(nextAction(checks)).toBe('confirm_credentials');
    const said = await world.usecases.attest({
      workspaceId: T1,
      actor: zoe,
      environmentId,
      what: 'credentials',
      mark,
    });
    expect(said).toMatchObject({ ok: true, value: { changed: true } });
  });

  test('for longer than an hour by its own word, a person may look at once', async () => {
    const { world } = stage;
    const { environments } = await world.register();
    world.zoom.answer({ status: 429, body: {}, headers: { 'retry-after': '7200' } });
    await world.tick();
    const { checks } = await world.environment(environments.development);
    expect(nextAction(checks)).toBe('confirm_credentials');
  });
});

test('an outage of Zoom is met with few tries, and with the patience Zoom asks for', async () => {
  const { world } = stage;
  await world.register();
  world.zoom.answer({ status: 503, body: {} });
  await world.tick();
  expect(world.zoom.requests.count()).toBe(1);
  for (let half = 0; half < 8; half += 1) await world.tick();
  expect(world.zoom.requests.count()).toBe(1);
  world.zoom.answer({ status: 429, body: {}, headers: { 'retry-after': '1800' } });
  await world.tick(minute);
  expect(world.zoom.requests.count()).toBe(2);
  await world.tick(20 * minute);
  expect(world.zoom.requests.count()).toBe(2);
  await world.tick(11 * minute);
  expect(world.zoom.requests.count()).toBe(3);
});

test('a Zoom that takes its time over the altered secret is asked about it once', async () => {
  const { world } = stage;
  const { environments } = await world.register();
  const asked = world.zoom.requests.count();
  const db = createDatabase({
    connection: world.database.connection,
    log: quietLog,
    idleInTransactionMs: 100,
  });
  const isSilent = async () => {
    const [found] = await world.database.db.query<{ silent: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database()
         and state = 'idle in transaction' and clock_timestamp() - state_change > interval '300 ms') as silent`,
    );
    return found?.silent === true;
  };
  const slow = during(world, async () => {
    if (world.zoom.requests.count() === asked + 2) await until(isSilent, 'a transaction that says nothing');
  });
  const at = { workspaceId: T1, environmentId: environments.development };
  await probeCredentials({ ...world.ctx, db, zoom: slow }, at);
  await db.stop();
  expect(await check(world, environments.development)).toEqual(verified);
  expect(world.zoom.requests.count()).toBe(asked + 2);
});

test('a secret that the vault cannot open any more makes its check unknown, and the next action is to replace it', async () => {
  const { world } = stage;
  const app = await world.registerLive();
  await world.news();
  const asked = world.zoom.requests.count();
  const vault = createVault([{ id: 'k2', base64: new Secret(Buffer.alloc(32, 8).toString('base64')) }]);
  await probeCredentials({ ...world.ctx, vault }, { workspaceId: T1, environmentId: app.environmentId });
  expect(world.zoom.requests.count(), 'there is nothing to ask Zoom with').toBe(asked);
  expect(await check(world, app.environmentId)).toMatchObject({
    status: 'unknown',
    lastKnown: 'passed',
    reason: 'secret_unreadable',
  });
  expect(await world.words()).toEqual([]);
  const { stage: stands, checks } = await world.environment(app.environmentId);
  expect(stands).toBe('live');
  expect(nextStep(checks, 'development').words).toContain('press *Replace the secret*');
  expect(await world.usecases.readHealth({ workspaceId: T1 })).toMatchObject({ zoom: { lastTrouble: null } });

  await world.tick(hour);
  expect(await check(world, app.environmentId), 'the key is back').toEqual(verified);
});

/** A Zoom whose answer arrives only after something else has happened. */
function during({ ctx }: World, happens: () => Promise<unknown>): Zoom {
  return {
    ...ctx.zoom,
    probeCredentials: async (clientId, secret, redirect) => {
      const verdict = await ctx.zoom.probeCredentials(clientId, secret, redirect);
      await happens();
      return verdict;
    },
  };
}

async function messages(world: World): Promise<Message[]> {
  return (await world.news()).flatMap(({ message }) => (message === null ? [] : [message]));
}
