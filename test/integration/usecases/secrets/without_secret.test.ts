import { describe, expect, test } from 'vitest';
import { newCheck } from '../../../../src/core/checks/check.ts';
import { nextAction } from '../../../../src/core/checks/next_action.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { saveProbes } from '../../../../src/store/apps/credentials.ts';
import { readSealedSamples } from '../../../../src/store/workspaces/sealed_samples.ts';
import { ana, type Fixture, hour, minute, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture({ timeoutMs: 1_000 });
const by = { workspaceId: T1, actor: ana };

const registerWithout = (fixture: Fixture) =>
  fixture.register({ keepsSecret: ['development'], secretsFor: [] });

async function stored({ database }: Fixture, environmentId: string) {
  const [row] = await database.db.query<Record<string, unknown>>(
    `select client_id, client_secret_sealed, pending_client_id, pending_secret_sealed, secret_fingerprint, next_probe_at
     from environment where id = $1`,
    [environmentId],
  );
  return row;
}

const probes = ({ zoom }: Fixture) => zoom.requests.count('/oauth/token');

describe('an app registered with the client ID alone', () => {
  test('starts where the first thing to do is in Zoom, and nothing has failed', async () => {
    const { fixture } = stage;
    const { appId, environments } = await registerWithout(fixture);
    const environment = await fixture.environment(environments.development);
    expect(environment).toMatchObject({ stage: 'testing', hasSecret: false });
    expect(await fixture.check(environment.id, 'credentials')).toEqual({
      ...newCheck('credentials'),
      reason: 'no_secret',
    });
    expect(nextAction(environment.checks)).toBe('set_redirect');
    expect(await fixture.words()).toEqual(['thread: registered']);
    expect((await fixture.events(appId)).map(({ kind }) => kind)).toEqual([
      'zoom_app_registered',
      'check_changed',
    ]);
  });

  test('gets live without a word to Zoom, and is then to be proven', async () => {
    const { fixture } = stage;
    const { environments } = await registerWithout(fixture);
    const environmentId = environments.development;
    await fixture.tick();
    for (const what of ['redirect', 'test_status'] as const)
      await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what });
    fixture.pass(second);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    const live = await fixture.environment(environmentId);
    expect(live.stage).toBe('live');
    expect(nextAction(live.checks)).toBe('prove_profile');
    for (let day = 0; day < 3; day += 1) await fixture.tick(24 * hour);
    expect(probes(fixture)).toBe(0);
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
    });
  });

  test('a person can say that the client ID is right: noted, and still open', async () => {
    const { fixture } = stage;
    const { environments } = await registerWithout(fixture);
    const environmentId = environments.development;
    await fixture.notifications();
    const { pairMark: mark } = await fixture.environment(environmentId);
    const say = () =>
      fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'credentials', mark });
    expect(await say()).toMatchObject({ value: { changed: true } });
    expect(await say()).toMatchObject({ value: { changed: false } });
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
      evidence: null,
      attestedBy: zoe,
    });
    expect((await fixture.notifications()).flatMap(({ message }) => message ?? [])).toMatchObject([
      { kind: 'attested', clientIdOnly: true },
    ]);
  });
});

describe('everything that reads stored secrets', () => {
  type Reader = (fixture: Fixture, at: { appId: string; environmentId: string }) => Promise<unknown>;
  const readers: readonly (readonly [string, Reader])[] = [
    [
      'the job that probes it',
      (f, { environmentId }) => f.usecases.probeCredentials({ workspaceId: T1, environmentId }),
    ],
    ['the sweep', (f) => f.usecases.checkCredentials({ workspaceId: T1 })],
    [
      'the sweep, though a probe was planned by an earlier release',
      async (f, { environmentId }) => {
        const now = f.ctx.clock.now();
        await saveProbes(f.database.db, T1, [
          { environmentId, probedAt: now, nextProbeAt: now, moved: null },
        ]);
        await f.usecases.checkCredentials({ workspaceId: T1 });
      },
    ],
    ['a look at everything', (f, { appId }) => f.usecases.checkNow({ ...by, appId })],
    ['health', (f) => f.usecases.readHealth({ workspaceId: T1 })],
    ['the samples of the doctor and of a backup', (f) => readSealedSamples(f.database.db)],
  ];

  test.each(readers)('%s leaves an environment without one alone', async (_name, read) => {
    const { fixture } = stage;
    const { appId, environments } = await registerWithout(fixture);
    const environmentId = environments.development;
    await fixture.runJobs();
    const before = await fixture.check(environmentId, 'credentials');
    await read(fixture, { appId, environmentId });
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toEqual(before);
    expect(await stored(fixture, environmentId)).toMatchObject({
      client_secret_sealed: null,
      next_probe_at: null,
    });
    expect(probes(fixture)).toBe(0);
    expect(await fixture.words()).not.toContain('channel: regressed');
  });

  test('a look at everything says what it does not look at', async () => {
    const { fixture } = stage;
    const { appId } = await registerWithout(fixture);
    expect(await fixture.usecases.checkNow({ ...by, appId })).toMatchObject({
      value: { probe: 'no_secret', withoutSecret: ['development'] },
    });
    const mixed = await fixture.register({
      name: 'Mixed',
      environments: ['development', 'production'],
      keepsSecret: ['production'],
      secretsFor: ['development'],
    });
    expect(await fixture.usecases.checkNow({ ...by, appId: mixed.appId })).toMatchObject({
      value: { probe: 'queued', withoutSecret: ['production'] },
    });
    await fixture.runJobs();
    expect(await fixture.check(mixed.environments.development, 'credentials')).toMatchObject({
      status: 'passed',
    });
  });
});

describe('a secret given later', () => {
  test('is asked about at once, as nothing else was in use', async () => {
    const { fixture } = stage;
    const { environments, pairs } = await registerWithout(fixture);
    const environmentId = environments.development;
    const { clientId, clientSecret } = pairs.development;
    const given = { ...by, environmentId, clientId, secret: new Secret(clientSecret) };
    expect(await fixture.usecases.replaceCredentials(given)).toMatchObject({ value: { how: 'stored' } });
    const waiting = await fixture.environment(environmentId);
    expect(waiting).toMatchObject({ hasSecret: true, pendingClientId: null });
    expect(nextAction(waiting.checks)).toBe('wait_for_credentials');
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'passed',
      evidence: 'verified',
    });
  });

  test('that Zoom refuses fails, and going back to keeping it is open again', async () => {
    const { fixture } = stage;
    const { environments, pairs } = await registerWithout(fixture);
    const environmentId = environments.development;
    const { clientId } = pairs.development;
    await fixture.usecases.replaceCredentials({
      ...by,
      environmentId,
      clientId,
      secret: new Secret('wrong'),
    });
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      reason: 'invalid_credentials',
    });
    const kept = await fixture.usecases.replaceCredentials({ ...by, environmentId, clientId, secret: null });
    expect(kept).toMatchObject({ value: { how: 'kept' } });
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
    });
    expect(await stored(fixture, environmentId)).toMatchObject({
      client_secret_sealed: null,
      pending_secret_sealed: null,
      next_probe_at: null,
    });
  });
});

test('the first account linked by hand shows that they work; one that was there before shows nothing of a later pair', async () => {
  const { fixture } = stage;
  const { environments } = await registerWithout(fixture);
  const environmentId = environments.development;
  await fixture.tick();
  fixture.pass(second);
  const { id: profileId } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
  await fixture.tick();
  fixture.stackone.linkAccount(profileId);
  await fixture.tick(2 * minute);
  expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
    status: 'passed',
    evidence: 'derived',
    reason: null,
  });
  await fixture.usecases.replaceCredentials({ ...by, environmentId, clientId: 'another', secret: null });
  await fixture.tick(2 * minute);
  expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
    status: 'pending',
    reason: 'no_secret',
  });
});

test('what the first account showed is open again when its profile is rejected', async () => {
  const { fixture } = stage;
  const { environments } = await registerWithout(fixture);
  const environmentId = environments.development;
  await fixture.tick();
  fixture.pass(second);
  const { id: profileId } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
  await fixture.tick();
  fixture.stackone.linkAccount(profileId);
  await fixture.tick(2 * minute);
  expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'passed' });
  expect(await fixture.usecases.rejectProfile({ ...by, environmentId, profileId })).toMatchObject({
    ok: true,
  });
  expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
    status: 'pending',
    reason: 'no_secret',
  });
});

test('a pair replaced in Zoom needs a proof again, and its old secret is gone', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  await fixture.notifications();
  const { pairMark: before } = await fixture.environment(environmentId);
  const replaced = { ...by, environmentId, clientId: 'another', secret: null };
  await fixture.usecases.replaceCredentials(replaced);
  const { stage: now, checks, clientId, pairMark: first } = await fixture.environment(environmentId);
  expect([now, clientId, nextAction(checks)]).toEqual(['live', 'another', 'prove_profile']);
  expect(await stored(fixture, environmentId)).toMatchObject({
    client_secret_sealed: null,
    next_probe_at: null,
  });
  expect(await fixture.words()).toEqual(['thread: edited']);
  fixture.pass(second);
  await fixture.usecases.replaceCredentials(replaced);
  const { pairMark: second_ } = await fixture.environment(environmentId);
  expect(new Set([before, first, second_]).size).toBe(3);
});

test('an environment is added without a secret', async () => {
  const { fixture } = stage;
  const { appId } = await fixture.register();
  const added = { ...by, appId, kind: 'production', clientId: 'of production', secret: null } as const;
  const result = await fixture.usecases.addEnvironment(added);
  const environmentId = result.ok ? result.value.environmentId : '';
  expect(await fixture.environment(environmentId)).toMatchObject({ hasSecret: false, stage: 'testing' });
});

test('a pair that another owner replaced without its secret is not overwritten by a form of before', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register({ owners: [ana, zoe] });
  const environmentId = environments.development;
  const { pairMark: mark } = await fixture.environment(environmentId);
  await fixture.usecases.replaceCredentials({
    ...{ workspaceId: T1, actor: zoe },
    ...{ environmentId, clientId: 'another', secret: null },
  });
  const late = { ...by, environmentId, clientId: 'older', secret: new Secret('older'), mark };
  expect(await fixture.usecases.replaceCredentials(late)).toEqual({ ok: false, error: 'outdated' });
  expect(await fixture.environment(environmentId)).toMatchObject({ clientId: 'another', hasSecret: false });
});

test('a pair that another owner entered is not deleted by a form of before, from who keeps the secret', async () => {
  const { fixture } = stage;
  const { environments, pairs } = await fixture.register({ owners: [ana, zoe] });
  const environmentId = environments.development;
  await fixture.runJobs();
  const { pairMark: mark } = await fixture.environment(environmentId);
  const { clientId, clientSecret } = fixture.zoom.addApp();
  const hers = { workspaceId: T1, actor: zoe, environmentId, clientId, secret: new Secret(clientSecret) };
  await fixture.usecases.replaceCredentials(hers);
  await fixture.runJobs();
  const late = { ...by, environmentId, clientId: pairs.development.clientId, secret: null, mark };
  expect(await fixture.usecases.replaceCredentials(late)).toEqual({ ok: false, error: 'outdated' });
  expect(await fixture.environment(environmentId)).toMatchObject({ clientId, hasSecret: true });
  const { pairMark } = await fixture.environment(environmentId);
  expect(await fixture.usecases.replaceCredentials({ ...late, mark: pairMark })).toMatchObject({ ok: true });
});

test('a new secret may be typed into a form of before its old one was forgotten', async () => {
  const { fixture } = stage;
  const { environments, pairs } = await fixture.register({ owners: [ana, zoe] });
  const environmentId = environments.development;
  const { pairMark: mark } = await fixture.environment(environmentId);
  await fixture.usecases.forgetSecret({ workspaceId: T1, actor: zoe, environmentId, mark });
  const { clientId, clientSecret } = pairs.development;
  const late = { ...by, environmentId, clientId, secret: new Secret(clientSecret), mark };
  expect(await fixture.usecases.replaceCredentials(late)).toMatchObject({ value: { how: 'same' } });
});
