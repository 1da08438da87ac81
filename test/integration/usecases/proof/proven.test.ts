import { describe, expect, test } from 'vitest';
import { ana, hour, minute, second, T1, useFixture, zoe } from '../fixture.ts';
import {
  anotherSession,
  consent,
  messageOf,
  pollAfter,
  provable,
  said,
  sessionRows,
  startFor,
  statuses,
  withSession,
} from './stage.ts';

const stage = useFixture();

describe('an account that was linked through the profile', () => {
  test('verifies what the consent went through, with the account, and is announced once', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId, sessionId, profileId } = await withSession(fixture);
    await consent(fixture, stackoneId);
    const [account] = fixture.stackone.accounts();
    const provenBy = {
      sessionId,
      accountId: account?.id,
      at: fixture.ctx.clock.now().toISOString(),
      profileId,
    };
    for (const name of provable)
      expect(await fixture.check(environmentId, name)).toMatchObject({
        status: 'passed',
        evidence: 'verified',
        reason: null,
        detail: { provenBy },
      });
    expect((await fixture.check(environmentId, 'scopes')).evidence).toBe('derived');
    expect(await said(fixture)).toEqual([
      'C1 channel: proven',
      'C1 thread: proof_recorded',
      'UANA channel: proof_recorded',
    ]);
    await pollAfter(fixture);
    await fixture.tick(2 * minute);
    expect(await said(fixture)).toEqual([]);
    expect(await sessionRows(fixture)).toEqual([
      { state: 'authenticated', link_sealed: null, next_poll_at: null },
    ]);
    for (const name of provable)
      expect((await fixture.check(environmentId, name)).detail.provenBy, name).toEqual(provenBy);
  });

  test('says what is verified by it, who did it, and whether the test account may go', async () => {
    const { fixture } = stage;
    const { appId, stackoneId } = await withSession(fixture, { zoomAccount: 'test', keepsAccount: false });
    await consent(fixture, stackoneId);
    const messages = await fixture.notifications();
    expect(messageOf(messages, 'proven')).toMatchObject({ by: ana, purpose: 'prove', checks: provable });
    expect(messageOf(messages, 'proof_recorded')).toMatchObject({ zoomAccount: 'test', keepsAccount: false });
    const events = (await fixture.events(appId)).map(({ kind, actor }) => `${actor}: ${kind}`);
    expect(events.filter((line) => line.includes('prov') || line.includes('proof'))).toEqual([
      `${ana}: proof_started`,
      `${ana}: proven`,
    ]);
  });

  test('makes an environment live that waited for nothing else', async () => {
    const { fixture } = stage;
    const { environments } = await fixture.register();
    await fixture.runJobs();
    fixture.pass(1_000);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    const environmentId = environments.development;
    const { stackoneId } = await anotherSession(fixture, environmentId);
    await consent(fixture, stackoneId);
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    const messages = await fixture.notifications();
    expect(messageOf(messages, 'proven').live).toBe(true);
    expect(messageOf(messages, 'stage_changed')).toMatchObject({ from: 'testing', to: 'live' });
    expect(messages.filter(({ message }) => message?.kind === 'stage_changed')).toHaveLength(1);
  });

  test('mends what had failed, and that is the one line about it', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    const { id } = fixture.stackone.linkAccount(profileId);
    await fixture.tick(2 * minute);
    fixture.stackone.setAccountStatus(id, 'error');
    await fixture.tick(2 * minute);
    await fixture.notifications();
    const { stackoneId } = await anotherSession(fixture, environmentId, {
      purpose: 'link_again',
      accountId: id,
    });
    await consent(fixture, stackoneId);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'passed' });
    expect((await said(fixture)).filter((line) => line.includes('C1 channel'))).toEqual([
      'C1 channel: proven',
    ]);
  });

  test("of a customer's is told to StackOne with the customer's name, and proves the profile too", async () => {
    const { fixture } = stage;
    const customer = { id: ' cust-7 ', name: ' Ünïcorn & Söhne ' };
    const { environmentId, stackoneId } = await withSession(fixture, { purpose: 'link', customer });
    expect(fixture.stackone.connectSessions().at(-1)).toMatchObject({
      origin_owner_id: 'cust-7',
      origin_owner_name: 'Ünïcorn & Söhne',
      type: 'production',
    });
    await consent(fixture, stackoneId);
    expect(messageOf(await fixture.notifications(), 'proven')).toMatchObject({
      purpose: 'link',
      customerName: 'Ünïcorn & Söhne',
    });
    expect((await fixture.check(environmentId, 'credentials')).detail.provenBy).toBeDefined();
  });

  test('again needs StackOne to say that the account is of this profile', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    const { id: own } = fixture.stackone.linkAccount(profileId);
    const { id: foreign } = fixture.stackone.linkAccount(fixture.stackone.createProfile({}).id);
    const again = (accountId: string) =>
      startFor(fixture, environmentId, { purpose: 'link_again', accountId });
    expect(await again(foreign)).toMatchObject({ ok: false, error: { code: 'account_gone' } });
    fixture.stackone.withoutPath('/v2/accounts');
    expect(await again(own)).toMatchObject({ ok: false, error: { code: 'account_gone' } });
    expect(fixture.stackone.connectSessions()).toEqual([]);
  });

  test('again keeps whose account it is, and its type', async () => {
    const { fixture } = stage;
    const { environmentId, profileId } = await fixture.registerLive();
    const { id } = fixture.stackone.linkAccount(profileId, {
      ownerId: 'cust-7',
      ownerName: 'Acme',
      type: 'test',
    });
    const { stackoneId } = await anotherSession(fixture, environmentId, {
      purpose: 'link_again',
      accountId: id,
    });
    expect(fixture.stackone.connectSessions().at(-1)).toMatchObject({
      account_id: id,
      origin_owner_id: 'cust-7',
      type: 'test',
    });
    await consent(fixture, stackoneId);
    expect(messageOf(await fixture.notifications(), 'proof_recorded').accountId).toBe(id);
    expect(fixture.stackone.accounts().filter((one) => one.connector_profile_id === profileId)).toHaveLength(
      1,
    );
  });

  test('that is removed again, as was said, is no failure; any other is', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture, { keepsAccount: false });
    await consent(fixture, stackoneId);
    await fixture.tick(2 * minute);
    fixture.stackone.deleteAccount(fixture.stackone.accounts()[0]?.id ?? '');
    await fixture.notifications();
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({
      status: 'pending',
      reason: 'no_account_yet',
    });
    expect((await fixture.environment(environmentId)).stage).toBe('live');
    expect(await said(fixture)).toEqual([]);
    const kept = await anotherSession(fixture, environmentId);
    await consent(fixture, kept.stackoneId);
    fixture.stackone.deleteAccount(fixture.stackone.accounts()[0]?.id ?? '');
    await fixture.notifications();
    await fixture.tick(2 * minute);
    expect(await fixture.check(environmentId, 'linked_account')).toMatchObject({ status: 'failed' });
  });
});

describe("a consent of Production's", () => {
  async function production(published: boolean | null) {
    const { fixture } = stage;
    const { environments } = await fixture.register({ environments: ['production'] });
    await fixture.runJobs();
    const environmentId = environments.production;
    const at = { workspaceId: T1, actor: zoe, environmentId };
    if (published !== null) await fixture.usecases.attest({ ...at, what: 'test_status' });
    if (published === true)
      await fixture.database.db.query(
        `update readiness_check set detail = detail || '{"published":"2026-03-01T00:00:00.000Z"}' where environment_id = $1 and name = 'test_status'`,
        [environmentId],
      );
    fixture.pass(1_000);
    fixture.stackone.createProfile({ name: 'Acme Zoom' });
    await fixture.tick();
    const { stackoneId } = await anotherSession(fixture, environmentId);
    await consent(fixture, stackoneId);
    expect((await fixture.check(environmentId, 'redirect')).detail.provenBy).toBeDefined();
    return fixture.check(environmentId, 'test_status');
  }

  test('does not show that Beta Test is ready: it may have run through another way', async () => {
    expect(await production(null)).toMatchObject({ status: 'pending', detail: {} });
  });

  test('shows it where a person has said that Beta Test is the way', async () => {
    expect(await production(false)).toMatchObject({ status: 'passed', evidence: 'verified' });
  });

  test('does so until the Beta link ends: what was seen to work is unknown then', async () => {
    const check = await production(false);
    const { fixture } = stage;
    expect(check.expiresAt).not.toBeNull();
    await fixture.tick(29 * 24 * hour);
    const [row] = await fixture.database.db.query(
      `select status, reason, detail ? 'provenBy' as proven from readiness_check where name = 'test_status'`,
    );
    expect(row).toEqual({ status: 'unknown', reason: 'attestation_expired', proven: false });
  });

  test('does not where the app is published', async () => {
    expect(await production(true)).toMatchObject({ status: 'passed', evidence: 'attested' });
  });
});

describe('a consent that proves something that has changed', () => {
  test.each([
    'another profile',
    'no profile',
    'another pair',
    'another pair, by a clock that was set back',
  ] as const)('%s: it says so, and verifies nothing', async (what) => {
    const { fixture } = stage;
    const { environmentId, profileId, stackoneId } = await withSession(fixture);
    const at = { workspaceId: T1, actor: ana, environmentId };
    const isPair = what.startsWith('another pair');
    if (what.endsWith('set back')) fixture.pass(-second);
    if (isPair) {
      const { clientId, clientSecret } = fixture.zoom.addApp();
      const { Secret } = await import('../../../../src/core/secrets/secret.ts');
      await fixture.usecases.replaceCredentials({ ...at, clientId, secret: new Secret(clientSecret) });
    } else {
      await fixture.usecases.rejectProfile({ ...at, profileId });
      if (what === 'another profile') {
        const { id } = fixture.stackone.createProfile({ name: 'Acme Zoom' });
        await fixture.tick();
        await fixture.usecases.assignProfile({ ...at, profileId: id, how: 'person' });
      }
    }
    await fixture.notifications();
    const before = await statuses(fixture, environmentId);
    await consent(fixture, stackoneId);
    expect(await statuses(fixture, environmentId)).toEqual(before);
    const messages = await fixture.notifications();
    expect(messageOf(messages, 'proof_failed')).toMatchObject({
      failure: { how: isPair ? 'pair_replaced' : 'profile_changed' },
      accountId: fixture.stackone.accounts()[0]?.id,
    });
    expect(messages.some(({ message }) => message?.kind === 'proven')).toBe(false);
  });

  test('not so a secret that an owner had forgotten meanwhile', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    await fixture.database.db.query('update environment set client_secret_sealed = null where id = $1', [
      environmentId,
    ]);
    await consent(fixture, stackoneId);
    expect((await fixture.check(environmentId, 'credentials')).detail.provenBy).toBeDefined();
  });

  test('a profile that was disabled meanwhile stays so; the rest is proven', async () => {
    const { fixture } = stage;
    const { environmentId, profileId, stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    fixture.stackone.disableProfile(profileId);
    await fixture.tick();
    await pollAfter(fixture);
    expect(await fixture.check(environmentId, 'connector_profile')).toMatchObject({
      status: 'failed',
      reason: 'profile_disabled',
    });
    expect((await fixture.check(environmentId, 'credentials')).detail.provenBy).toBeDefined();
  });

  test('an app that was archived meanwhile says nothing', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    await fixture.database.db.query('update zoom_app set archived_at = now()');
    await consent(fixture, stackoneId);
    expect(await said(fixture)).toEqual([]);
    expect((await sessionRows(fixture)).map(({ next_poll_at }) => next_poll_at)).toEqual([null]);
  });

  test('a maker who was forgotten takes the session and its link along', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    const { forget } = await import('../../../../src/usecases/retention/forget.ts');
    await forget(fixture.ctx, { workspaceId: T1, what: 'person', person: ana });
    expect(await sessionRows(fixture)).toEqual([]);
    await fixture.notifications();
    await consent(fixture, stackoneId);
    expect(await said(fixture)).toEqual([]);
  });
});

describe('two consents', () => {
  test('through a link that was given up and through the next one: the first stands in the thread only', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    const next = await anotherSession(fixture, environmentId, { anew: true });
    await pollAfter(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    fixture.stackone.endConnectAttempt(next.stackoneId, { status: 'authenticated' });
    await pollAfter(fixture, hour);
    await pollAfter(fixture, 1_000);
    expect((await said(fixture)).sort()).toEqual([
      'C1 channel: proven',
      'C1 thread: proof_recorded',
      'C1 thread: proof_recorded',
      'UANA channel: proof_recorded',
      'UANA channel: proof_recorded',
    ]);
    expect(await startFor(fixture, environmentId)).toMatchObject({ ok: true });
  });
});
