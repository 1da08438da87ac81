import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import type { NewConnectSession } from '../../../../src/stackone/connect/session_types.ts';
import { insertConnectSession, readRunningSession } from '../../../../src/store/proof/connect_sessions.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { cancelConnectSession } from '../../../../src/usecases/proof/cancel_connect_session.ts';
import { startConnectSession } from '../../../../src/usecases/proof/start_connect_session.ts';
import { ana, type Fixture, minute, second, T1, useFixture, zoe } from '../fixture.ts';
import { anotherSession, consent, pollAfter, said, sessionRows, startFor, withSession } from './stage.ts';

const stage = useFixture();
const ben = 'UBEN';
const byAna = { workspaceId: T1, actor: ana };
const everything = async ({ database: { db } }: Fixture) =>
  JSON.stringify([
    await db.query('select * from connect_session'),
    await db.query('select * from event'),
    await db.query('select * from delivery'),
    await db.query('select payload from graphile_worker._private_jobs'),
  ]);

const jobs = ({ database }: Fixture) => database.db.query('select 1 from graphile_worker._private_jobs');

/** An app of Ana's and Ben's. */
async function ofTwo(fixture: Fixture) {
  const app = await fixture.registerLive();
  await fixture.usecases.editZoomApp({
    ...byAna,
    appId: app.appId,
    version: 1,
    changes: { owners: [ana, ben] },
  });
  return app;
}

/** The simulated StackOne with another answer to the request for a session. */
const withStackOne = (fixture: Fixture, create: Context['stackone']['createConnectSession']): Context => ({
  ...fixture.ctx,
  stackone: { ...fixture.ctx.stackone, createConnectSession: create },
});

describe('a link', () => {
  test('is for exactly this profile, lives half an hour, says where it comes from, and carries ids only', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, sessionId, expiresAt, link } = await withSession(fixture);
    const session = fixture.stackone.connectSessions().at(-1);
    expect(session).toMatchObject({
      connector_profile_id: profileId,
      type: 'test',
      label: 'Greenroom: Acme Zoom Development',
      expires_in: 1_800,
      metadata: { greenroom_environment_id: environmentId, greenroom_session_id: sessionId },
    });
    expect(link.reveal()).toBe(session?.auth_link_url);
    expect(expiresAt.getTime() - fixture.ctx.clock.now().getTime()).toBe(30 * minute);
  });

  test('is stored sealed only, while it is good, and is in no event, message or job', async () => {
    const { fixture } = stage;
    const { link, stackoneId } = await withSession(fixture);
    const { token = '' } = fixture.stackone.connectSessions().at(-1) ?? {};
    expect(token).not.toBe('');
    expect(link.reveal()).toContain(token);
    expect(await everything(fixture)).not.toContain(token);
    expect((await sessionRows(fixture))[0]?.link_sealed).toMatch(/^v1\./);
    await consent(fixture, stackoneId);
    expect(await everything(fixture)).not.toContain(token);
    expect((await sessionRows(fixture))[0]?.link_sealed).toBeNull();
  });

  test('is gone at its end, also while StackOne is away', async () => {
    const { fixture } = stage;
    const { sessionId } = await withSession(fixture);
    fixture.stackone.down();
    for (const ms of [30 * second, 29 * minute, 2 * minute]) await pollAfter(fixture, ms);
    expect(await sessionRows(fixture)).toMatchObject([{ state: 'expired', link_sealed: null }]);
    expect(await fixture.usecases.readConnectSession({ ...byAna, sessionId })).toMatchObject({
      value: { state: 'expired', link: null },
    });
    expect(await said(fixture)).toEqual([]);
  });

  test('is not shown after its end, although nobody has polled since', async () => {
    const { fixture } = stage;
    const { sessionId } = await withSession(fixture);
    fixture.pass(30 * minute);
    expect(await fixture.usecases.readConnectSession({ ...byAna, sessionId })).toMatchObject({
      value: { state: 'open', link: null },
    });
  });

  test('is shown again to its maker, and to nobody else', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await ofTwo(fixture);
    const { sessionId, link } = await anotherSession(fixture, environmentId, { zoomAccount: 'own' });
    const shown = await fixture.usecases.readConnectSession({ ...byAna, sessionId });
    expect(shown).toMatchObject({ value: { state: 'open', purpose: 'prove', zoomAccount: 'own' } });
    expect(shown.ok && shown.value.link?.reveal()).toBe(link.reveal());
    const asBen = { workspaceId: T1, actor: ben, sessionId };
    expect(await fixture.usecases.readConnectSession(asBen)).toMatchObject({ error: 'not_found' });
    const elsewhere = { workspaceId: 'T2', actor: ana, sessionId };
    expect(await fixture.usecases.readConnectSession(elsewhere)).toMatchObject({ error: 'not_found' });
    const changes = { owners: [ben] };
    await fixture.usecases.editZoomApp({ ...byAna, appId, version: 2, changes });
    expect(await fixture.usecases.readConnectSession({ ...byAna, sessionId })).toMatchObject({
      error: 'not_owner',
    });
  });
});

describe('one link at a time', () => {
  test('who asks while another runs learns whose it is, and until when', async () => {
    const { fixture } = stage;
    const { environmentId } = await ofTwo(fixture);
    const { sessionId, expiresAt } = await anotherSession(fixture, environmentId);
    const running = { code: 'running', by: ana, until: expiresAt, sessionId };
    expect(await startFor(fixture, environmentId, { actor: ben })).toEqual({ ok: false, error: running });
    expect(await startFor(fixture, environmentId, { actor: ben, anew: true })).toMatchObject({
      error: running,
    });
    expect(await startFor(fixture, environmentId)).toEqual({ ok: false, error: running });
    expect(await startFor(fixture, environmentId, { actor: zoe })).toMatchObject({
      error: { code: 'not_owner' },
    });
    expect(fixture.stackone.connectSessions()).toHaveLength(1);
  });

  test('pressed twice, and by two owners at once, makes one', async () => {
    const { fixture } = stage;
    const { environmentId } = await ofTwo(fixture);
    const results = await Promise.all([
      ...[1, 2, 3].map(() => startFor(fixture, environmentId)),
      ...[1, 2, 3].map(() => startFor(fixture, environmentId, { actor: ben })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(fixture.stackone.connectSessions()).toHaveLength(1);
  });

  test('whoever writes it, the table takes no second one of an environment', async () => {
    const { fixture } = stage;
    const { environmentId, sessionId } = await withSession(fixture);
    const { db } = fixture.database;
    const running = await readRunningSession(db, T1, environmentId);
    if (running === null) throw new Error('none runs');
    expect(await insertConnectSession(db, { ...running, id: fixture.ctx.newId() })).toBe(false);
    expect(await insertConnectSession(db, { ...running, id: fixture.ctx.newId(), state: 'requested' })).toBe(
      false,
    );
    expect(await readRunningSession(db, T1, environmentId)).toEqual({ ...running, id: sessionId });
  });

  test('its maker starts anew: the first is given up', async () => {
    const { fixture } = stage;
    const { appId, environmentId, sessionId } = await withSession(fixture);
    const next = await anotherSession(fixture, environmentId, { anew: true });
    expect(next.sessionId).not.toBe(sessionId);
    expect(await fixture.usecases.readConnectSession({ ...byAna, sessionId })).toMatchObject({
      value: { state: 'cancelled', link: null },
    });
    expect(
      (await fixture.events(appId)).map(({ kind }) => kind).filter((kind) => kind.startsWith('proof')),
    ).toEqual(['proof_started', 'proof_cancelled', 'proof_started']);
  });

  test('another owner ends it, so that nobody waits for a person who left; twice is once', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await ofTwo(fixture);
    const { sessionId } = await anotherSession(fixture, environmentId, { viewId: 'V1' });
    const asBen = { workspaceId: T1, actor: ben, sessionId };
    const redrawn: string[] = [];
    const connectSessionEnded: Context['connectSessionEnded'] = async ({ userId, viewId }) => {
      redrawn.push(`${viewId} of ${userId}`);
    };
    const cancel = (actor: string) =>
      cancelConnectSession({ ...fixture.ctx, connectSessionEnded }, { ...asBen, actor });
    expect(await cancel(zoe)).toMatchObject({ error: 'not_owner' });
    expect(await cancel(ben)).toMatchObject({ value: { ended: true } });
    expect(await cancel(ben)).toMatchObject({ value: { ended: false } });
    expect(redrawn).toEqual([`V1 of ${ana}`]);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'proof_cancelled')).toMatchObject([
      { actor: ben, detail: { startedBy: ana } },
    ]);
    expect(await startFor(fixture, environmentId, { actor: ben })).toMatchObject({ ok: true });
  });

  test('the next one need not wait until the end of the last was polled', async () => {
    const { fixture } = stage;
    const { environmentId } = await withSession(fixture);
    fixture.pass(30 * minute);
    expect(await startFor(fixture, environmentId)).toMatchObject({ ok: true });
  });
});

describe('no link', () => {
  test.each([
    ['a key that may list, and not more', 'read', 'key_read_only'],
    ['a key that may nothing', 'nothing', 'key_forbidden'],
    ['a key that StackOne does not accept', 'revoked', 'key_refused'],
  ] as const)('%s', async (_what, key, code) => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    if (key === 'revoked') fixture.stackone.revokeKey(fixture.stackone.apiKey);
    else fixture.stackone.addKey(fixture.stackone.apiKey, key === 'read' ? ['platform:read'] : []);
    if (key === 'nothing') await fixture.tick();
    expect(await startFor(fixture, environmentId)).toEqual({ ok: false, error: { code } });
    expect(await sessionRows(fixture)).toEqual([]);
  });

  test.each([
    [
      { kind: 'unavailable', why: 'timeout' },
      { code: 'unavailable', reason: 'timeout' },
    ],
    [
      { kind: 'unavailable', why: 'rate_limited', retryAfterMs: 7_000 },
      { code: 'unavailable', reason: 'rate_limited', retryAfterMs: 7_000 },
    ],
    [{ kind: 'unavailable', why: 'not_configured' }, { code: 'no_key' }],
    [
      { kind: 'rejected', status: 400, message: 'Connector profile is disabled' },
      { code: 'rejected', status: 400, message: 'Connector profile is disabled' },
    ],
    [
      { kind: 'created', id: '1', link: new Secret('https://x'), profileId: 'another profile' },
      { code: 'unavailable', reason: 'unexpected_reply' },
    ],
  ] as const)('%j: nothing is left of it, and the next try is free', async (made, error) => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const input = { ...byAna, environmentId, purpose: 'prove' } as const;
    // The queue deletes a job a moment after it has run.
    await expect.poll(async () => (await jobs(fixture)).length, { timeout: 10_000 }).toBe(0);
    const before = await everything(fixture);
    expect(
      await startConnectSession(
        withStackOne(fixture, async () => made),
        input,
      ),
    ).toEqual({ ok: false, error });
    expect(await everything(fixture)).toBe(before);
    expect(await startFor(fixture, environmentId)).toMatchObject({ ok: true });
  });

  test('without a key StackOne is not asked', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const ctx = { ...fixture.ctx, settings: { ...fixture.ctx.settings, stackoneKey: null } };
    const input = { ...byAna, environmentId, purpose: 'prove' } as const;
    expect(await startConnectSession(ctx, input)).toEqual({ ok: false, error: { code: 'no_key' } });
  });
});

describe('a process that dies', () => {
  const dying = (fixture: Fixture) => {
    const made: NewConnectSession[] = [];
    const ctx = withStackOne(fixture, async (session) => {
      made.push(session);
      await fixture.ctx.stackone.createConnectSession(session);
      throw new Error('killed');
    });
    return { ctx, made };
  };

  test('after StackOne made the session leaves a row that ends by itself; nobody was shown the link', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    const { ctx, made } = dying(fixture);
    const input = { ...byAna, environmentId, purpose: 'prove' } as const;
    await expect(startConnectSession(ctx, input)).rejects.toThrow('killed');
    expect(made).toHaveLength(1);
    expect(await sessionRows(fixture)).toMatchObject([{ state: 'requested', link_sealed: null }]);
    expect(await startFor(fixture, environmentId)).toMatchObject({ error: { code: 'running' } });
    await fixture.notifications();
    await fixture.tick(2 * minute);
    await fixture.tick(2 * minute);
    expect(await sessionRows(fixture)).toMatchObject([{ state: 'expired', next_poll_at: null }]);
    expect(await said(fixture)).toEqual([]);
    expect((await fixture.events(appId)).some(({ kind }) => kind.startsWith('proof'))).toBe(false);
    expect(await startFor(fixture, environmentId)).toMatchObject({ ok: true });
  });

  test('and one that was frozen for so long shows no link either', async () => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    const ctx = withStackOne(fixture, async (session) => {
      const made = await fixture.ctx.stackone.createConnectSession(session);
      await fixture.tick(2 * minute);
      await fixture.tick(2 * minute);
      return made;
    });
    const input = { ...byAna, environmentId, purpose: 'prove' } as const;
    expect(await startConnectSession(ctx, input)).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'timeout' },
    });
  });
});

describe('an owner who asks another one', () => {
  test('sends a direct message; nothing is made at StackOne', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await ofTwo(fixture);
    await fixture.notifications();
    const ask = { ...byAna, environmentId, userId: ben };
    expect(await fixture.usecases.askToProve(ask)).toMatchObject({ ok: true });
    await fixture.usecases.askToProve(ask);
    expect(await said(fixture)).toEqual([`${ben} channel: proof_asked`]);
    expect(fixture.stackone.connectSessions()).toEqual([]);
    expect((await fixture.events(appId)).filter(({ kind }) => kind === 'proof_asked')).toMatchObject([
      { actor: ana, detail: { asked: ben } },
    ]);
  });

  test('may ask an admin, also one whom only Slack knows as one, and nobody else', async () => {
    const { fixture } = stage;
    const { environmentId } = await ofTwo(fixture);
    const ask = { ...byAna, environmentId, userId: 'ULEA' };
    expect(await fixture.usecases.askToProve(ask)).toEqual({ ok: false, error: 'not_an_owner' });
    const isWorkspaceAdmin = async (userId: string) => userId === 'ULEA';
    const knowing = bindUseCases({ ...fixture.ctx, isWorkspaceAdmin });
    expect(await knowing.askToProve({ ...ask, userId: 'UNOA' })).toEqual({
      ok: false,
      error: 'not_an_owner',
    });
    await fixture.notifications();
    expect(await knowing.askToProve(ask)).toMatchObject({ ok: true });
    expect(await said(fixture)).toEqual(['ULEA channel: proof_asked']);
  });
});
