import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { probeCredentials } from '../../../../src/usecases/checks/probe_credentials.ts';
import { forgetSecret } from '../../../../src/usecases/secrets/forget_secret.ts';
import { createVault } from '../../../../src/vault/vault.ts';
import type { Zoom } from '../../../../src/zoom/zoom.ts';
import { ana, type Fixture, hour, minute, type Pair, second, T1, useFixture } from '../fixture.ts';

const stage = useFixture({ timeoutMs: 1_000 });
const by = { workspaceId: T1, actor: ana };

async function forget(fixture: Fixture, environmentId: string) {
  const { pairMark: mark } = await fixture.environment(environmentId);
  return fixture.usecases.forgetSecret({ ...by, environmentId, mark });
}

function replace(fixture: Fixture, environmentId: string, { clientId, clientSecret }: Pair) {
  return fixture.usecases.replaceCredentials({
    ...by,
    environmentId,
    clientId,
    secret: new Secret(clientSecret),
  });
}

/** Everything that is stored of the pair. */
async function stored({ database }: Fixture, environmentId: string) {
  const [row] = await database.db.query<Record<string, string | null>>(
    `select client_id, client_secret_sealed, pending_client_id, pending_secret_sealed, secret_fingerprint, next_probe_at
     from environment where id = $1`,
    [environmentId],
  );
  return row;
}

describe('forgetting a stored secret', () => {
  test('keeps what was verified with its age, and nothing looks again', async () => {
    const { fixture } = stage;
    const { environmentId, appId } = await fixture.registerLive();
    await fixture.notifications();
    const before = await fixture.check(environmentId, 'credentials');
    const asked = fixture.zoom.requests.count();
    fixture.pass(hour);
    expect(await forget(fixture, environmentId)).toMatchObject({ value: { changed: true } });
    expect(await forget(fixture, environmentId)).toMatchObject({ value: { changed: false } });
    for (let day = 0; day < 3; day += 1) await fixture.tick(24 * hour);
    await fixture.usecases.checkNow({ ...by, appId });
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toEqual(before);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(fixture.zoom.requests.count()).toBe(asked);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'secret_forgotten')).toHaveLength(1);
    expect((await fixture.notifications()).flatMap(({ message }) => message ?? [])).toMatchObject([
      { kind: 'edited', by: ana, secret: { how: 'forgotten', environment: 'development' } },
    ]);
  });

  test('leaves a fingerprint that holds nothing of the secret', async () => {
    const { fixture } = stage;
    const { environments, pairs } = await fixture.register();
    const environmentId = environments.development;
    await forget(fixture, environmentId);
    const row = await stored(fixture, environmentId);
    expect(row).toMatchObject({
      client_secret_sealed: null,
      pending_secret_sealed: null,
      next_probe_at: null,
    });
    expect(row?.secret_fingerprint).toMatch(/^f1\.k1\.[0-9a-f]{32}$/);
    expect(JSON.stringify(row)).not.toContain(pairs.development.clientSecret);
  });

  test('opens a check that was never decided, and resolves one that could not be looked at', async () => {
    const { fixture } = stage;
    const open = await fixture.register();
    await forget(fixture, open.environments.development);
    expect(await fixture.check(open.environments.development, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
    });

    const { environmentId } = await fixture.registerLive('Seen before');
    const seen = await fixture.check(environmentId, 'credentials');
    fixture.zoom.answer({ status: 503, body: {} });
    await fixture.tick(25 * hour);
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'unknown' });
    await forget(fixture, environmentId);
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'passed',
      reason: null,
      knownAt: seen.knownAt,
      detail: seen.detail,
    });
  });

  test('does not hide that Zoom refused it', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register({
      pairs: { development: { ...fixture.zoom.addApp(), clientSecret: 'wrong' } },
    });
    await fixture.runJobs();
    await forget(fixture, environments.development);
    expect(await fixture.check(environments.development, 'credentials')).toMatchObject({
      status: 'failed',
      reason: 'invalid_credentials',
    });
  });

  test.each([
    ['over', false],
    ['over while Zoom gives no answer', true],
  ])('does not revive what a person said, when that is %s', async (_, isZoomDown) => {
    const { fixture } = stage;
    fixture.zoom.checksCodeFirst(true);
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    await fixture.runJobs();
    const { pairMark } = await fixture.environment(environmentId);
    await fixture.usecases.attest({ ...by, environmentId, what: 'credentials', mark: pairMark });
    await fixture.tick(91 * 24 * hour);
    const over = { status: 'unknown', reason: 'attestation_expired', lastKnown: 'passed' };
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject(over);
    // That is no trouble of Zoom's.
    expect((await fixture.usecases.readHealth({ workspaceId: T1 })).zoom.lastTrouble).toBeNull();
    if (isZoomDown) {
      fixture.zoom.answer({ status: 503, body: {} });
      await fixture.tick(25 * hour);
      expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'unknown' });
    }
    await forget(fixture, environmentId);
    await fixture.tick(hour);
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject(over);
  });

  test('while a new pair waits for Zoom leaves the new client ID, open until proven', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const next = fixture.zoom.addApp();
    await replace(fixture, environmentId, next);
    await forget(fixture, environmentId);
    expect(await fixture.environment(environmentId)).toMatchObject({
      clientId: next.clientId,
      pendingClientId: null,
      hasSecret: false,
    });
    await fixture.runJobs();
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
    });
  });

  test('while Zoom is asked about it ends there: the answer changes nothing', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    const zoom: Zoom = {
      ...fixture.ctx.zoom,
      async probeCredentials(...asked) {
        const verdict = await fixture.ctx.zoom.probeCredentials(...asked);
        await forget(fixture, environmentId);
        return verdict;
      },
    };
    await probeCredentials({ ...fixture.ctx, zoom }, { workspaceId: T1, environmentId });
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({
      status: 'pending',
      reason: 'no_secret',
    });
    expect(await stored(fixture, environmentId)).toMatchObject({ next_probe_at: null });
  });

  test('works with a secret that no key opens any more, which leaves no fingerprint', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    const environmentId = environments.development;
    const { pairMark: mark } = await fixture.environment(environmentId);
    const vault = createVault([{ id: 'k2', base64: new Secret(Buffer.alloc(32, 9).toString('base64')) }]);
    await forgetSecret({ ...fixture.ctx, vault }, { ...by, environmentId, mark });
    expect(await stored(fixture, environmentId)).toMatchObject({
      client_secret_sealed: null,
      secret_fingerprint: null,
    });
  });
});

describe('a pair typed again after its secret was forgotten', () => {
  test('is recognised: what was verified stays, and Zoom is asked again', async () => {
    const { fixture } = stage;
    const { environmentId, pairs } = await fixture.registerLive();
    await forget(fixture, environmentId);
    const before = await fixture.check(environmentId, 'credentials');
    expect(await replace(fixture, environmentId, pairs.development)).toMatchObject({
      value: { how: 'same' },
    });
    expect(await fixture.environment(environmentId)).toMatchObject({
      hasSecret: true,
      pendingClientId: null,
    });
    expect(await fixture.check(environmentId, 'credentials')).toEqual(before);
    fixture.pass(minute);
    await fixture.runJobs();
    const after = await fixture.check(environmentId, 'credentials');
    expect(after).toMatchObject({ status: 'passed', lookedAt: fixture.ctx.clock.now() });
    expect(await stored(fixture, environmentId)).toMatchObject({ secret_fingerprint: null });
  });

  test.each(['the secret', 'the client ID'])('waits for Zoom when %s has changed', async (what) => {
    const { fixture } = stage;
    const { environmentId, pairs } = await fixture.registerLive();
    await forget(fixture, environmentId);
    const changed =
      what === 'the secret'
        ? { ...pairs.development, clientSecret: 'another' }
        : { ...pairs.development, clientId: fixture.zoom.addApp().clientId };
    expect(await replace(fixture, environmentId, changed)).toMatchObject({ value: { how: 'waits' } });
    await fixture.runJobs();
    // Refused: the proven pair stays, still without a secret, and nothing is planned for it.
    expect(await fixture.check(environmentId, 'credentials')).toMatchObject({ status: 'passed' });
    expect(await fixture.environment(environmentId)).toMatchObject({
      clientId: pairs.development.clientId,
      hasSecret: false,
      pendingClientId: null,
    });
    expect(await stored(fixture, environmentId)).toMatchObject({ next_probe_at: null });
  });

  test('takes over when Zoom accepts a changed one', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    await forget(fixture, environmentId);
    const next = fixture.zoom.addApp();
    await replace(fixture, environmentId, next);
    fixture.pass(second);
    await fixture.runJobs();
    expect(await fixture.environment(environmentId)).toMatchObject({
      clientId: next.clientId,
      hasSecret: true,
      pendingClientId: null,
    });
  });
});
