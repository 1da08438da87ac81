import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../sandbox/faults/faults.ts';
import { nextAction } from '../../../../src/core/checks/next_action.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { nextStep } from '../../../../src/slack/messages/checks/next_step.ts';
import { createDatabase } from '../../../../src/store/postgres/client/database.ts';
import { probeCredentials } from '../../../../src/usecases/checks/probe_credentials.ts';
import { createVault } from '../../../../src/vault/vault.ts';
import type { Zoom } from '../../../../src/zoom/zoom.ts';
import { quietLog } from '../../../harness/log.ts';
import { until } from '../../../harness/until.ts';
import { ana, type Fixture, hour, minute, type Pair, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture({ timeoutMs: 1_000 });

/** A pair typed by an owner in place of the one that is kept. */
async function replace({ usecases }: Fixture, environmentId: string, pair: Pair, actor = ana) {
  const secret = new Secret(pair.clientSecret);
  return usecases.replaceCredentials({
    workspaceId: T1,
    actor,
    environmentId,
    clientId: pair.clientId,
    secret,
  });
}

async function check(fixture: Fixture, environmentId: string) {
  const { status, lastKnown, evidence, reason, attestedBy } = await fixture.check(
    environmentId,
    'credentials',
  );
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
    const { fixture } = stage;
    const { environments, appId } = await fixture.register();
    await fixture.notifications();
    await fixture.runJobs();
    expect(await check(fixture, environments.development)).toEqual(verified);
    expect((await fixture.environment(environments.development)).stage).toBe('testing');
    expect(await fixture.words()).toEqual(['thread: stage_changed']);
    expect((await fixture.events(appId)).map((event) => event.kind)).toEqual([
      'zoom_app_registered',
      'check_changed',
      'check_changed',
      'stage_changed',
    ]);
  });

  test('costs one altered secret in the life of a workspace, also when all are asked about at once', async () => {
    const { fixture } = stage;
    const first = await fixture.register({ environments: ['development', 'production'] });
    const other = await fixture.register({ name: 'Beta' });
    const ids = [...Object.values(first.environments), other.environments.development];
    await Promise.all(
      ids.map((environmentId) => fixture.usecases.probeCredentials({ workspaceId: T1, environmentId })),
    );
    expect(fixture.zoom.requests.count('/oauth/token')).toBe(3 + 1);
    for (const id of ids) expect(await check(fixture, id)).toEqual(verified);
    expect(await fixture.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      zoom: { probeTrust: 'trusted', lastTrouble: null },
    });
  });

  test('is looked at again a day later, and not before', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.tick();
    const asked = fixture.zoom.requests.count();
    await fixture.tick(23 * hour);
    expect(fixture.zoom.requests.count()).toBe(asked);
    await fixture.tick(hour);
    expect(fixture.zoom.requests.count()).toBe(asked + 1);
    expect((await fixture.check(environments.development, 'credentials')).lookedAt).toEqual(
      fixture.ctx.clock.now(),
    );
    expect(await fixture.words()).not.toContain('thread: check_repaired');
  });

  test('is asked about at once on request, and not twice within half a minute', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.runJobs();
    const asked = fixture.zoom.requests.count();
    const now = (actor: string) => fixture.usecases.checkNow({ workspaceId: T1, actor, appId });
    expect(await now(zoe)).toMatchObject({ ok: true, value: { probe: 'too_soon' } });
    fixture.pass(31 * second);
    expect(await now(ana)).toMatchObject({ ok: true, value: { probe: 'queued' } });
    expect(await now('UBEN')).toMatchObject({ ok: true, value: { probe: 'queued' } });
    await fixture.runJobs();
    expect(fixture.zoom.requests.count()).toBe(asked + 1);
    expect(await now('UEVE')).toMatchObject({ ok: true, value: { probe: 'too_soon' } });
  });

  test('on request the card is drawn anew, though nothing has changed', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.runJobs();
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.notifications();
    await fixture.usecases.checkNow({ workspaceId: T1, actor: zoe, appId });
    expect(await fixture.notifications()).toMatchObject([
      { card: 'zoom_app', subjectId: appId, message: null },
    ]);
  });
});

describe('a Zoom that looks at the code before the client', () => {
  test('does not contradict a pair, which proves nothing until a person confirms it', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    expect(await check(fixture, environmentId)).toMatchObject({
      status: 'pending',
      reason: 'not_contradicted',
    });
    expect((await fixture.environment(environmentId)).stage).toBe('credentials');
    await fixture.notifications();

    const { pairMark: mark } = await fixture.environment(environmentId);
    const confirm = () =>
      fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'credentials', mark });
    expect(await confirm()).toEqual({ ok: true, value: { changed: true, appName: 'Acme Zoom' } });
    expect(await confirm()).toEqual({ ok: true, value: { changed: false, appName: 'Acme Zoom' } });
    const confirmed = { ...verified, evidence: 'attested', attestedBy: zoe };
    expect(await check(fixture, environmentId)).toEqual(confirmed);
    expect(await fixture.words()).toEqual(['thread: attested', 'thread: stage_changed']);

    // Not taken back because Zoom does not contradict it again.
    await fixture.tick(24 * hour);
    expect(await check(fixture, environmentId)).toEqual(confirmed);
    expect(await fixture.words()).toEqual([]);
  });

  test('is found out once, for all pairs to come', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    await fixture.register({ environments: ['development', 'production'] });
    await fixture.runJobs();
    await fixture.register({ name: 'Beta' });
    await fixture.runJobs();
    expect(fixture.zoom.requests.count('/oauth/token')).toBe(3 + 1);
  });
});

test('a pair that is accepted while the altered secret gets no answer is tried again soon', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register();
  const outage: Zoom = {
    ...fixture.ctx.zoom,
    probeCredentials: async (clientId, secret, redirect) => {
      const verdict = await fixture.ctx.zoom.probeCredentials(clientId, secret, redirect);
      fixture.zoom.answer({ status: 503, body: {} });
      return verdict;
    },
  };
  const at = { workspaceId: T1, environmentId: environments.development };
  await probeCredentials({ ...fixture.ctx, zoom: outage }, at);
  expect(await check(fixture, at.environmentId)).toMatchObject({
    status: 'pending',
    reason: 'not_contradicted',
  });
  fixture.zoom.clearFaults();
  await fixture.tick(6 * minute);
  expect(await check(fixture, at.environmentId)).toEqual(verified);
});

describe('a pair that Zoom refuses', () => {
  test('fails, keeps the stage of the environment, and is posted in the thread', async () => {
    const { fixture } = stage;
    const { clientId } = fixture.zoom.addApp();
    const wrong = { clientId, clientSecret: 'wrong' };
    const { environments } = await fixture.register({ pairs: { development: wrong } });
    await fixture.notifications();
    await fixture.runJobs();
    expect(await check(fixture, environments.development)).toMatchObject({
      status: 'failed',
      evidence: 'verified',
      reason: 'invalid_credentials',
    });
    expect((await fixture.environment(environments.development)).stage).toBe('credentials');
    expect(await fixture.words()).toEqual(['thread: check_failed']);

    await fixture.tick(24 * hour);
    expect(await fixture.words()).toEqual([]);
    const { clientSecret } = fixture.zoom.addApp({ clientId });
    expect(await replace(fixture, environments.development, { clientId, clientSecret })).toMatchObject({
      ok: true,
    });
    expect(await fixture.words()).toEqual(['thread: edited']);
    await fixture.runJobs();
    expect(await check(fixture, environments.development)).toEqual(verified);
    expect(await fixture.words()).toEqual(['thread: check_repaired', 'thread: stage_changed']);
  });

  test('gives way to the next one that is refused too: what is shown is about what was typed last', async () => {
    const { fixture } = stage;
    const wrong = { clientId: 'first', clientSecret: 'wrong' };
    const { environments } = await fixture.register({ pairs: { development: wrong } });
    await fixture.runJobs();
    await replace(fixture, environments.development, { clientId: 'second', clientSecret: 'wrong too' });
    await fixture.runJobs();
    const environment = await fixture.environment(environments.development);
    expect([environment.clientId, environment.pendingClientId]).toEqual(['second', null]);
    expect(await check(fixture, environments.development)).toMatchObject({ status: 'failed' });
  });

  test('after it was accepted is a regression, announced once, and announced again when it is mended', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    await fixture.notifications();
    const { clientId, clientSecret } = app.pairs.development;
    fixture.zoom.rotateSecret(clientId, 'another secret');
    await fixture.tick(24 * hour);
    expect((await fixture.environment(app.environmentId)).stage).toBe('degraded');
    expect(await fixture.words()).toEqual(['channel: regressed', 'thread: stage_changed']);
    await fixture.tick(24 * hour);
    expect(await fixture.words()).toEqual([]);
    fixture.zoom.rotateSecret(clientId, clientSecret);
    await fixture.tick(24 * hour);
    expect((await fixture.environment(app.environmentId)).stage).toBe('live');
    expect(await fixture.words()).toEqual(['channel: recovered', 'thread: stage_changed']);
  });

  test('of a disabled app is distinguished, and comes back when the app is enabled', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    await fixture.notifications();
    fixture.zoom.disableApp(app.pairs.development.clientId);
    await fixture.tick(24 * hour);
    expect(await check(fixture, app.environmentId)).toMatchObject({
      status: 'failed',
      reason: 'app_disabled',
    });
    expect((await messages(fixture)).map((one) => 'reason' in one && one.reason)).toContain('app_disabled');
    fixture.zoom.enableApp(app.pairs.development.clientId);
    await fixture.tick(24 * hour);
    expect(await check(fixture, app.environmentId)).toEqual(verified);
    expect(await fixture.words()).toContain('channel: recovered');
  });
});

describe('a new pair for an environment whose old pair works', () => {
  test('takes over when Zoom accepts it, which the thread says and the card shows', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    await fixture.notifications();
    const next = fixture.zoom.addApp();
    await replace(fixture, app.environmentId, next);
    expect(await fixture.environment(app.environmentId)).toMatchObject({
      clientId: app.pairs.development.clientId,
      pendingClientId: next.clientId,
      stage: 'live',
    });
    await fixture.runJobs();
    expect(await fixture.environment(app.environmentId)).toMatchObject({
      clientId: next.clientId,
      pendingClientId: null,
      stage: 'live',
    });
    expect(await check(fixture, app.environmentId)).toEqual(verified);
    expect(await fixture.words()).toEqual(['thread: edited', 'thread: check_repaired']);
  });

  test('is dropped when Zoom refuses it; the old pair stays in use and verified', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    await fixture.notifications();
    await replace(fixture, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    await fixture.runJobs();
    expect(await fixture.environment(app.environmentId)).toMatchObject({
      clientId: app.pairs.development.clientId,
      pendingClientId: null,
      stage: 'live',
    });
    expect(await check(fixture, app.environmentId)).toEqual(verified);
    const queued = await messages(fixture);
    expect(queued.at(-1)).toMatchObject({ kind: 'check_failed', reason: 'new_secret_refused' });
    const asked = fixture.zoom.requests.count();
    await fixture.tick(24 * hour);
    expect(fixture.zoom.requests.all().at(-1)?.notes.client_id).toBe(app.pairs.development.clientId);
    expect(fixture.zoom.requests.count()).toBe(asked + 1);
  });

  test('waits through an outage; when it is refused afterwards the old pair is looked at again at once', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    fixture.zoom.down();
    await replace(fixture, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    await fixture.runJobs();
    expect(await check(fixture, app.environmentId)).toMatchObject({ status: 'unknown', lastKnown: 'passed' });
    expect((await fixture.environment(app.environmentId)).pendingClientId).toBe('new');
    fixture.zoom.clearFaults();
    await fixture.tick(6 * minute);
    expect((await fixture.environment(app.environmentId)).pendingClientId).toBeNull();
    expect(await check(fixture, app.environmentId)).toEqual(verified);
  });

  test('is asked about once more when it was replaced while Zoom was asked', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    const newest = fixture.zoom.addApp();
    await replace(fixture, app.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    const meanwhile = during(fixture, () => replace(fixture, app.environmentId, newest));
    await probeCredentials(
      { ...fixture.ctx, zoom: meanwhile },
      { workspaceId: T1, environmentId: app.environmentId },
    );
    expect(await fixture.environment(app.environmentId)).toMatchObject({ pendingClientId: newest.clientId });
    await fixture.runJobs();
    expect(await fixture.environment(app.environmentId)).toMatchObject({
      clientId: newest.clientId,
      pendingClientId: null,
    });
    expect(await check(fixture, app.environmentId)).toEqual(verified);
  });

  test('that an owner confirmed while Zoom was asked is not taken for a waiting one when Zoom refuses it', async () => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environments } = await fixture.register();
    const at = { workspaceId: T1, environmentId: environments.development };
    await fixture.runJobs();
    await replace(fixture, at.environmentId, { clientId: 'new', clientSecret: 'wrong' });
    fixture.zoom.checksCodeFirst(false);
    const { pairMark: mark } = await fixture.environment(at.environmentId);
    const confirm = () => fixture.usecases.attest({ ...at, actor: ana, what: 'credentials', mark });
    await probeCredentials({ ...fixture.ctx, zoom: during(fixture, confirm) }, at);
    expect(await fixture.environment(at.environmentId)).toMatchObject({
      clientId: 'new',
      pendingClientId: null,
    });
    expect(await check(fixture, at.environmentId)).toMatchObject({
      status: 'failed',
      reason: 'invalid_credentials',
    });
  });

  test('may come from an owner only', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const refused = await replace(fixture, environments.development, fixture.zoom.addApp(), zoe);
    expect(refused).toEqual({ ok: false, error: 'not_owner' });
    const nowhere = await replace(fixture, fixture.ctx.newId(), fixture.zoom.addApp());
    expect(nowhere).toEqual({ ok: false, error: 'not_found' });
  });
});

const kinds: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
  ['a connection that breaks', (fixture) => fixture.zoom.down(), 'network'],
  ['half an answer', (fixture) => fixture.zoom.cut(), 'network'],
  ['no answer in time', (fixture) => fixture.zoom.slow(2_000), 'timeout'],
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
  ).map(([name, answer, why]): [string, (fixture: Fixture) => void, string] => [
    name,
    (fixture) => fixture.zoom.answer(answer satisfies Answer),
    why,
  ]),
];

describe.each(kinds)('fault: %s', (_name, begin, why) => {
  test('makes a pair that was never looked at unknown, and says nothing', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.notifications();
    begin(fixture);
    await fixture.runJobs();
    expect(await check(fixture, environments.development)).toMatchObject({
      status: 'unknown',
      lastKnown: 'pending',
      reason: why,
    });
    expect(await fixture.words()).toEqual([]);
    expect(await fixture.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
      zoom: { lastTrouble: why },
    });
  });

  test('keeps what was known of a live environment, raises no alarm, and clears up by itself', async () => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    const { knownAt } = await fixture.check(app.environmentId, 'credentials');
    await fixture.notifications();
    begin(fixture);
    await fixture.tick(24 * hour);
    expect(await check(fixture, app.environmentId)).toMatchObject({
      status: 'unknown',
      lastKnown: 'passed',
      evidence: 'verified',
      reason: why,
    });
    expect((await fixture.check(app.environmentId, 'credentials')).knownAt).toEqual(knownAt);
    expect((await fixture.environment(app.environmentId)).stage).toBe('live');
    fixture.zoom.clearFaults();
    await fixture.tick(6 * minute);
    expect(await check(fixture, app.environmentId)).toEqual(verified);
    expect(await fixture.words()).toEqual([]);
  });
});

describe('while Zoom only pauses', () => {
  test('no person is asked to compare, and one who attests all the same changes nothing', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    fixture.zoom.answerTokens('failing');
    await fixture.tick();
    const { checks, pairMark: mark } = await fixture.environment(environmentId);
    expect(nextAction(checks)).toBe('wait_for_credentials');
    const said = await fixture.usecases.attest({
      workspaceId: T1,
      actor: zoe,
      environmentId,
      what: 'credentials',
      mark,
    });
    expect(said).toMatchObject({ ok: true, value: { changed: false, outdated: true } });
    expect(await check(fixture, environmentId)).toMatchObject({ status: 'unknown', lastKnown: 'pending' });
  });

  test('a person may look once asking has not helped for an hour: the card is drawn anew then, and only then', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    fixture.zoom.answerTokens('failing');
    await fixture.tick();
    await fixture.database.db.query(`update delivery set state = 'sent'`);
    await fixture.notifications();
    for (let tries = 0; tries < 11; tries += 1) await fixture.tick(5 * minute);
    expect(await fixture.notifications()).toEqual([]);
    await fixture.tick(5 * minute);
    expect(await fixture.notifications()).toMatchObject([{ card: 'zoom_app' }]);
    const { checks, pairMark: mark } = await fixture.environment(environmentId);
    expect(nextAction(checks)).toBe('confirm_credentials');
    const said = await fixture.usecases.attest({
      workspaceId: T1,
      actor: zoe,
      environmentId,
      what: 'credentials',
      mark,
    });
    expect(said).toMatchObject({ ok: true, value: { changed: true } });
  });

  test('for longer than an hour by its own word, a person may look at once', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    fixture.zoom.answer({ status: 429, body: {}, headers: { 'retry-after': '7200' } });
    await fixture.tick();
    const { checks } = await fixture.environment(environments.development);
    expect(nextAction(checks)).toBe('confirm_credentials');
  });
});

test('an outage of Zoom is met with few retries, after the delay that Zoom asks for', async () => {
  const { fixture } = stage;
  await fixture.register();
  fixture.zoom.answer({ status: 503, body: {} });
  await fixture.tick();
  expect(fixture.zoom.requests.count()).toBe(1);
  for (let half = 0; half < 8; half += 1) await fixture.tick();
  expect(fixture.zoom.requests.count()).toBe(1);
  fixture.zoom.answer({ status: 429, body: {}, headers: { 'retry-after': '1800' } });
  await fixture.tick(minute);
  expect(fixture.zoom.requests.count()).toBe(2);
  await fixture.tick(20 * minute);
  expect(fixture.zoom.requests.count()).toBe(2);
  await fixture.tick(11 * minute);
  expect(fixture.zoom.requests.count()).toBe(3);
});

test('a Zoom that takes its time over the altered secret is asked about it once', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register();
  const asked = fixture.zoom.requests.count();
  const db = createDatabase({
    connection: fixture.database.connection,
    log: quietLog,
    idleInTransactionMs: 100,
  });
  const isSilent = async () => {
    const [found] = await fixture.database.db.query<{ silent: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database()
         and state = 'idle in transaction' and clock_timestamp() - state_change > interval '300 ms') as silent`,
    );
    return found?.silent === true;
  };
  const slow = during(fixture, async () => {
    if (fixture.zoom.requests.count() === asked + 2) await until(isSilent, 'a transaction that says nothing');
  });
  const at = { workspaceId: T1, environmentId: environments.development };
  await probeCredentials({ ...fixture.ctx, db, zoom: slow }, at);
  await db.stop();
  expect(await check(fixture, environments.development)).toEqual(verified);
  expect(fixture.zoom.requests.count()).toBe(asked + 2);
});

test('a secret that the vault cannot open any more makes its check unknown, and the next action is to replace it', async () => {
  const { fixture } = stage;
  const app = await fixture.registerLive();
  await fixture.notifications();
  const asked = fixture.zoom.requests.count();
  const vault = createVault([{ id: 'k2', base64: new Secret(Buffer.alloc(32, 8).toString('base64')) }]);
  await probeCredentials({ ...fixture.ctx, vault }, { workspaceId: T1, environmentId: app.environmentId });
  expect(fixture.zoom.requests.count(), 'there is nothing to ask Zoom with').toBe(asked);
  expect(await check(fixture, app.environmentId)).toMatchObject({
    status: 'unknown',
    lastKnown: 'passed',
    reason: 'secret_unreadable',
  });
  expect(await fixture.words()).toEqual([]);
  const { stage: stands, checks } = await fixture.environment(app.environmentId);
  expect(stands).toBe('live');
  expect(nextStep(checks, 'development').words).toContain('press *Replace the secret*');
  expect(await fixture.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
    zoom: { lastTrouble: null },
  });

  await fixture.tick(hour);
  expect(await check(fixture, app.environmentId), 'the key is back').toEqual(verified);
});

/** A Zoom whose answer arrives only after something else has happened. */
function during({ ctx }: Fixture, happens: () => Promise<unknown>): Zoom {
  return {
    ...ctx.zoom,
    probeCredentials: async (clientId, secret, redirect) => {
      const verdict = await ctx.zoom.probeCredentials(clientId, secret, redirect);
      await happens();
      return verdict;
    },
  };
}

async function messages(fixture: Fixture): Promise<Message[]> {
  return (await fixture.notifications()).flatMap(({ message }) => (message === null ? [] : [message]));
}
