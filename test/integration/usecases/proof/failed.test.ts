import { describe, expect, test } from 'vitest';
import type { ConnectSession } from '../../../../src/core/proof/connect_session.ts';
import type { ConnectSessionOutcome } from '../../../../src/stackone/connect/session_types.ts';
import { claimDueSessions } from '../../../../src/store/proof/poll_sessions.ts';
import type { ConnectSessionEnded, Context } from '../../../../src/usecases/changes/context.ts';
import { pollConnectSessions } from '../../../../src/usecases/proof/poll_connect_sessions.ts';
import { recordPolls } from '../../../../src/usecases/proof/record_polls.ts';
import { startConnectSession } from '../../../../src/usecases/proof/start_connect_session.ts';
import { ana, type Fixture, hour, minute, second, T1, useFixture } from '../fixture.ts';
import {
  anotherSession,
  consent,
  messageOf,
  pollAfter,
  said,
  sessionRows,
  startFor,
  statuses,
  withSession,
} from './stage.ts';

const stage = useFixture();
const saidOnce = ['C1 thread: proof_failed', 'UANA channel: proof_failed'];

describe('a consent that did not succeed', () => {
  test.each([
    ['the pair in use', 'ProdInUse_000000000001'],
    ["a pair that waits for Zoom's answer", 'ProdWaits_000000000002'],
  ])('names the other environment when the profile holds %s of it', async (_what, pasted) => {
    const { fixture } = stage;
    const { appId, environmentId, stackoneId } = await withSession(fixture);
    await fixture.database.db.query(
      `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, pending_client_id, pending_secret_sealed, stage)
       values ($1, gen_random_uuid(), $2, 'production', 'ProdInUse_000000000001', 'ProdWaits_000000000002', 'x', 'credentials')`,
      [T1, appId],
    );
    fixture.stackone.endConnectAttempt(stackoneId, {
      status: 'error',
      errorCode: '4702',
      errorDescription: `Invalid client_id: ${pasted} (4,702)`,
    });
    await pollAfter(fixture);
    expect(await statuses(fixture, environmentId)).toHaveLength(6);
    const { failure } = messageOf(await fixture.notifications(), 'proof_failed');
    expect(failure.cause).toBe('other_environment');
  });

  test.each([
    [
      'error',
      '4700',
      'Invalid redirect: https://api.stackone.com/x (4,700)',
      'error',
      'redirect_not_allowed',
    ],
    ['error', 'invalid_client', 'Invalid client_id or client_secret', 'error', 'wrong_client'],
    ['cancelled', undefined, undefined, 'cancelled', 'consent_declined'],
    ['error', 'access_denied', undefined, 'error', 'not_zoom_admin'],
    ['error', 'a_word_of_next_year', 'Bitte später ☃ <!channel> \u0000\ud800', 'error', null],
  ])(
    '%s, %s: no check changes, and its maker is told why',
    async (status, errorCode, errorDescription, how, cause) => {
      const { fixture } = stage;
      const { appId, environmentId, stackoneId } = await withSession(fixture);
      const before = await statuses(fixture, environmentId);
      fixture.stackone.endConnectAttempt(stackoneId, {
        status,
        ...(errorCode === undefined ? {} : { errorCode }),
        ...(errorDescription === undefined ? {} : { errorDescription }),
      });
      await pollAfter(fixture);
      expect(await statuses(fixture, environmentId)).toEqual(before);
      const messages = await fixture.notifications();
      expect(messageOf(messages, 'proof_failed')).toMatchObject({
        by: ana,
        failure: { how, cause, status, code: errorCode ?? null },
      });
      expect(messages.flatMap(({ message }) => message?.kind ?? [])).toEqual([
        'proof_failed',
        'proof_failed',
      ]);
      expect((await fixture.events(appId)).at(-1)).toMatchObject({ kind: 'proof_failed', actor: ana });
      for (const ms of [30 * second, 10 * minute, 15 * minute, 10 * minute]) await pollAfter(fixture, ms);
      expect(await said(fixture)).toEqual([]);
      expect((await sessionRows(fixture)).map(({ next_poll_at }) => next_poll_at)).toEqual([null]);
    },
  );

  test('leaves the way free for the next try; the old link, tried again, proves all the same', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'error', errorCode: '4702' });
    await pollAfter(fixture);
    expect(await said(fixture)).toEqual(saidOnce);
    await anotherSession(fixture, environmentId);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    await pollAfter(fixture, minute);
    expect(await said(fixture)).toEqual([
      'C1 channel: proven',
      'C1 thread: proof_recorded',
      'UANA channel: proof_recorded',
    ]);
    expect((await fixture.check(environmentId, 'redirect')).detail.provenBy).toBeDefined();
  });

  test('says so when nobody has finished in time, once', async () => {
    const { fixture } = stage;
    const { environmentId } = await withSession(fixture);
    for (const ms of [15 * second, 29 * minute, 2 * minute, 5 * minute, minute]) await pollAfter(fixture, ms);
    expect(await said(fixture)).toEqual(saidOnce);
    expect(await startFor(fixture, environmentId)).toMatchObject({ ok: true });
  });

  test('says so when StackOne does not know the session any more', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    fixture.stackone.forgetConnectSession(stackoneId);
    await pollAfter(fixture);
    expect(messageOf(await fixture.notifications(), 'proof_failed').failure).toMatchObject({
      how: 'gone',
      cause: null,
    });
  });

  test('says so when the key is refused from then on, and not for one refusal', async () => {
    const { fixture } = stage;
    await withSession(fixture);
    fixture.stackone.addKey(fixture.stackone.apiKey, []);
    await pollAfter(fixture);
    expect(await said(fixture)).toEqual([]);
    await pollAfter(fixture, 30 * second);
    expect(messageOf(await fixture.notifications(), 'proof_failed').failure).toMatchObject({
      how: 'unseen',
      trouble: 'key_forbidden',
    });
  });

  test('hides what looks like a secret in words of others', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    const secret = 'xoxb-1234567890-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx';
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'error', errorDescription: `token ${secret}` });
    await pollAfter(fixture);
    expect(JSON.stringify(await fixture.notifications())).not.toContain(secret);
  });
});

describe('while StackOne is away', () => {
  test('the session stays open, nothing is said, and the proof comes afterwards', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    fixture.stackone.down();
    for (const ms of [30 * second, 10 * minute]) await pollAfter(fixture, ms);
    expect(await said(fixture)).toEqual([]);
    fixture.pass(3 * hour);
    fixture.stackone.clearFaults();
    await pollAfter(fixture);
    expect((await said(fixture))[0]).toBe('C1 channel: proven');
    expect((await fixture.check(environmentId, 'credentials')).detail.provenBy).toBeDefined();
  });

  test('for a day, its maker is told that nobody knows how it ended', async () => {
    const { fixture } = stage;
    await withSession(fixture);
    fixture.stackone.down();
    fixture.pass(31 * minute);
    await pollAfter(fixture);
    expect(await said(fixture)).toEqual([]);
    await pollAfter(fixture, 24 * hour);
    expect(messageOf(await fixture.notifications(), 'proof_failed').failure).toMatchObject({ how: 'unseen' });
  });

  test('one call finds it out for all sessions', async () => {
    const { fixture } = stage;
    for (let i = 0; i < 8; i += 1) {
      const { environmentId } = await fixture.registerLive(`App ${i}`);
      await anotherSession(fixture, environmentId);
    }
    let calls = 0;
    const readConnectSession = async (): Promise<ConnectSessionOutcome> => {
      calls += 1;
      return { kind: 'unavailable', why: 'rate_limited', retryAfterMs: minute };
    };
    const ctx = { ...fixture.ctx, stackone: { ...fixture.ctx.stackone, readConnectSession } };
    fixture.pass(5 * second);
    await pollConnectSessions(ctx, { workspaceId: T1 });
    expect(calls).toBeLessThanOrEqual(4);
    fixture.pass(50 * second);
    await pollConnectSessions(ctx, { workspaceId: T1 });
    expect(calls).toBeLessThanOrEqual(4);
  });
});

test('an answer about one session that cannot be read keeps none of the others waiting', async () => {
  const { fixture } = stage;
  for (let i = 0; i < 6; i += 1) {
    const { environmentId } = await fixture.registerLive(`App ${i}`);
    await anotherSession(fixture, environmentId);
  }
  const odd = fixture.stackone.connectSessions()[0]?.id;
  for (const { id } of fixture.stackone.connectSessions())
    fixture.stackone.endConnectAttempt(id, { status: 'authenticated' });
  const readConnectSession: Context['stackone']['readConnectSession'] = async (id) =>
    id === String(odd)
      ? { kind: 'unavailable', why: 'unexpected_reply' }
      : fixture.ctx.stackone.readConnectSession(id);
  const ctx = { ...fixture.ctx, stackone: { ...fixture.ctx.stackone, readConnectSession } };
  fixture.pass(5 * second);
  await pollConnectSessions(ctx, { workspaceId: T1 });
  const states = (await sessionRows(fixture)).map(({ state }) => state);
  expect(states).toEqual(['open', ...Array.from({ length: 5 }, () => 'authenticated')]);
});

test('a link that StackOne makes while its row is about to expire is not taken for one that is gone', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  await fixture.notifications();
  const { db, clock, stackone } = fixture.ctx;
  let claimed: ConnectSession[] = [];
  const createConnectSession: typeof stackone.createConnectSession = async (session) => {
    fixture.pass(2 * minute);
    claimed = await claimDueSessions(db, T1, clock.now(), new Date(clock.now().getTime() + minute), 20);
    return stackone.createConnectSession(session);
  };
  const ctx = { ...fixture.ctx, stackone: { ...stackone, createConnectSession } };
  const input = { workspaceId: T1, actor: ana, environmentId, purpose: 'prove' } as const;
  expect(await startConnectSession(ctx, input)).toMatchObject({ ok: true });
  expect(claimed).toHaveLength(1);
  const seen = claimed.map((session) => ({ session, outcome: { kind: 'gone' } as const }));
  await recordPolls(fixture.ctx, T1, seen, 1);
  expect(await said(fixture)).toEqual([]);
  expect(await sessionRows(fixture)).toMatchObject([{ state: 'open' }]);
});

describe('a process that dies', () => {
  /** The same, but the transaction whose number this is ends without a commit. */
  const withoutCommit = (fixture: Fixture, number: number): Context => {
    let transactions = 0;
    const tx: Context['db']['tx'] = (work) =>
      fixture.ctx.db.tx(async (inside) => {
        const result = await work(inside);
        transactions += 1;
        if (transactions === number) throw new Error('killed');
        return result;
      });
    return { ...fixture.ctx, db: { ...fixture.ctx.db, tx } };
  };

  test('before the proof is committed: the next poll finds it again, and announces it once', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    fixture.pass(5 * second);
    await expect(pollConnectSessions(withoutCommit(fixture, 1), { workspaceId: T1 })).rejects.toThrow(
      'killed',
    );
    expect((await fixture.check(environmentId, 'redirect')).detail.provenBy).toBeUndefined();
    expect(await said(fixture)).toEqual([]);
    await pollAfter(fixture);
    expect(await said(fixture)).toEqual([]);
    await pollAfter(fixture, 2 * minute);
    expect(await said(fixture)).toHaveLength(3);
    await pollAfter(fixture, 2 * minute);
    expect(await said(fixture)).toEqual([]);
  });

  test('and its job with it: the sweep queues another', async () => {
    const { fixture } = stage;
    const { environmentId, stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    await fixture.database.db.query('delete from graphile_worker._private_jobs');
    await fixture.tick(2 * minute);
    expect((await fixture.check(environmentId, 'redirect')).detail.provenBy).toBeDefined();
  });

  test('two processes that poll at once record it once', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
    fixture.pass(5 * second);
    await Promise.all([1, 2, 3].map(() => fixture.usecases.pollConnectSessions({ workspaceId: T1 })));
    expect(await said(fixture)).toHaveLength(3);
  });
});

describe('the job', () => {
  const jobs = (fixture: Fixture) =>
    fixture.database.db.query<{ soon: boolean }>(
      `select run_at < now() + interval '1 minute' as soon from graphile_worker.jobs where task_identifier = 'poll_connect_sessions'`,
    );

  test('is queued while a session is polled, and only then', async () => {
    const { fixture } = stage;
    await fixture.registerLive();
    await fixture.tick();
    expect(await jobs(fixture)).toEqual([]);
    const { environmentId } = await fixture.registerLive('Other');
    const { stackoneId } = await anotherSession(fixture, environmentId);
    expect(await jobs(fixture)).toEqual([{ soon: true }]);
    await pollAfter(fixture);
    expect(await jobs(fixture)).toEqual([{ soon: true }]);
    await consent(fixture, stackoneId);
    await fixture.database.db.query(`update graphile_worker._private_jobs set run_at = now()`);
    await fixture.runJobs();
    expect(await jobs(fixture)).toEqual([]);
  });

  test('deletes sessions that are over for 30 days', async () => {
    const { fixture } = stage;
    const { stackoneId } = await withSession(fixture);
    await consent(fixture, stackoneId);
    await fixture.tick(29 * 24 * hour);
    expect(await sessionRows(fixture)).toHaveLength(1);
    await fixture.tick(2 * 24 * hour);
    expect(await sessionRows(fixture)).toEqual([]);
  });
});

test('the modal that shows the link is redrawn when it is over, with what came of it; its failure changes nothing', async () => {
  const { fixture } = stage;
  const { stackoneId } = await withSession(fixture, { viewId: 'V1' });
  const ended: ConnectSessionEnded[] = [];
  const ctx: Context = {
    ...fixture.ctx,
    connectSessionEnded: async (one) => {
      ended.push(one);
      throw new Error('Slack is away');
    },
  };
  fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
  fixture.pass(5 * second);
  await pollConnectSessions(ctx, { workspaceId: T1 });
  expect(ended).toMatchObject([{ userId: ana, viewId: 'V1', message: { kind: 'proof_recorded' } }]);
  expect((await said(fixture))[0]).toBe('C1 channel: proven');
});
