import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import type { HttpClientLog } from '../../../src/http_client/http_client.ts';
import { isUsableLink } from '../../../src/stackone/connect/connect_link.ts';
import type { NewConnectSession } from '../../../src/stackone/connect/session_types.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
let profileId: string;
let logged: unknown[];
let time: Date;
const log: HttpClientLog = { warn: (...said) => void logged.push(said) };

beforeEach(async () => {
  time = new Date('2026-11-23T12:00:00Z');
  logged = [];
  sandbox = await startStackOne({ now: () => time });
  stackone = connect(sandbox, { log, clock: { now: () => time } });
  profileId = sandbox.createProfile({}).id;
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

async function reconnect(options: Parameters<typeof connect>[1]): Promise<void> {
  await stackone.close();
  stackone = connect(sandbox, { log, clock: { now: () => time }, ...options });
}

const asked = (more: Partial<NewConnectSession> = {}): NewConnectSession => ({
  profileId,
  type: 'TEST',
  ownerId: 'greenroom-environment-1',
  ownerName: 'Greenroom test',
  label: 'Made by Greenroom',
  expiresInSeconds: 1800,
  metadata: { environment: 'environment-1' },
  ...more,
});

async function create(more: Partial<NewConnectSession> = {}) {
  const outcome = await stackone.createConnectSession(asked(more));
  if (outcome.kind !== 'created') throw new Error(`not created: ${JSON.stringify(outcome)}`);
  return outcome;
}

const unavailable = (why: string) => ({ kind: 'unavailable', why });

describe('a connect session', () => {
  test('is made for exactly this profile, with owner, label, life and metadata', async () => {
    sandbox.createProfile({});
    const made = await create();
    const [row] = sandbox.connectSessions();
    expect(row).toMatchObject({
      connector_profile_id: profileId,
      provider: 'zoom',
      origin_owner_id: 'greenroom-environment-1',
      origin_owner_name: 'Greenroom test',
      label: 'Made by Greenroom',
      metadata: { environment: 'environment-1' },
      type: 'test',
      expires_in: 1800,
    });
    expect(made).toMatchObject({ id: String(row?.id), profileId });
    expect(made.link.reveal()).toBe(row?.auth_link_url);
  });

  test('of a customer is of production, and edit mode names the account', async () => {
    const account = sandbox.linkAccount(profileId);
    await create({ type: 'PRODUCTION', accountId: account.id });
    expect(sandbox.connectSessions()[0]).toMatchObject({ type: 'production', account_id: account.id });
  });

  test('keeps its link and token out of the outcome, the log and the request log', async () => {
    const made = await create();
    const [row] = sandbox.connectSessions();
    const seen = JSON.stringify([made, String(made.link), logged, sandbox.requests.all()]);
    expect(row?.token).toMatch(/^\S{20,}$/);
    expect(seen).not.toContain(row?.token);
    expect(seen).not.toContain('auth_link');
  });

  test.each([
    ['an unknown profile', () => asked({ profileId: 'nobody' }), 404, 'Connector profile not found'],
    ['an unknown account', () => asked({ accountId: 'nobody' }), 404, 'Account not found'],
    ['no owner', () => asked({ ownerId: '' }), 400, 'origin_owner_id should not be empty'],
    ['a life of nothing', () => asked({ expiresInSeconds: 0 }), 400, 'expires_in must be a positive number'],
  ])("for %s is rejected with StackOne's words", async (_what, session, status, message) => {
    expect(await stackone.createConnectSession(session())).toEqual({ kind: 'rejected', status, message });
    expect(sandbox.connectSessions()).toEqual([]);
  });

  test('for a disabled profile is rejected', async () => {
    sandbox.disableProfile(profileId);
    const outcome = await stackone.createConnectSession(asked());
    expect(outcome).toMatchObject({ kind: 'rejected', message: 'Connector profile is disabled' });
  });

  test.each([
    [{ message: ['one is wrong', 'two is wrong'] }, 'one is wrong; two is wrong'],
    [{ message: 'x'.repeat(5_000) }, 'x'.repeat(500)],
    [{ message: { deep: true } }, ''],
    ['<h1>Bad</h1>', ''],
  ])('takes the words of a rejection in any shape: %j', async (body, message) => {
    sandbox.answer({ status: 422, body, path: '/connect_sessions' });
    expect(await stackone.createConnectSession(asked())).toEqual({ kind: 'rejected', status: 422, message });
  });

  test('needs a key that may write; a key that only reads can still read one', async () => {
    const { id } = await create();
    sandbox.addKey(sandbox.apiKey, ['platform:read']);
    expect(await stackone.createConnectSession(asked())).toEqual({ kind: 'refused', status: 403 });
    expect(await stackone.readConnectSession(id)).toMatchObject({ kind: 'session' });
    sandbox.revokeKey(sandbox.apiKey);
    expect(await stackone.createConnectSession(asked())).toEqual({ kind: 'refused', status: 401 });
    expect(await stackone.readConnectSession(id)).toEqual({ kind: 'refused', status: 401 });
  });

  test('is neither made nor read without a key', async () => {
    await reconnect({ apiKey: null });
    expect(await stackone.createConnectSession(asked())).toEqual(unavailable('not_configured'));
    expect(await stackone.readConnectSession('1')).toEqual(unavailable('not_configured'));
    expect(sandbox.requests.count()).toBe(0);
  });
});

describe('making a session', () => {
  test.each([
    ['an error of StackOne', 500, 'server_error'],
    ['a broken gateway', 502, 'server_error'],
    ['a redirect', 302, 'unexpected_reply'],
  ])('is tried once after %s', async (_what, status, why) => {
    sandbox.answer({ status, body: {}, path: '/connect_sessions' });
    expect(await stackone.createConnectSession(asked())).toEqual(unavailable(why));
    expect(sandbox.requests.count('/connect_sessions')).toBe(1);
  });

  test('is tried once when the answer is lost: the session exists, and nobody has its link', async () => {
    sandbox.cut();
    expect(await stackone.createConnectSession(asked())).toEqual(unavailable('network'));
    expect(sandbox.requests.count('/connect_sessions')).toBe(1);
    expect(sandbox.connectSessions()).toHaveLength(1);
  });

  test('and reading one obey the time that StackOne names to any call', async () => {
    sandbox.answer({ status: 429, body: {}, headers: { 'retry-after': '40' }, times: 1 });
    const limited = { ...unavailable('rate_limited'), retryAfterMs: 40_000 };
    expect(await stackone.createConnectSession(asked())).toEqual(limited);
    expect(await stackone.readConnectSession('1')).toEqual(limited);
    expect(await stackone.listZoomProfiles()).toEqual(limited);
    expect(sandbox.requests.count()).toBe(1);
  });

  test.each([
    ['http elsewhere', 'http://app.stackone.com/connect?token=t'],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'connect?token=t'],
    ['nothing', ''],
    ['an address with a password', 'https://user:password@app.stackone.com/connect'],
    ['more than a button holds', `https://app.stackone.com/?token=${'t'.repeat(3_000)}`],
    ['a number', 7],
    ['none', undefined],
  ])('does not hand on %s as a link, nor logs it', async (_what, link) => {
    sandbox.answer({ status: 201, body: { id: 5, token: 'token-t', auth_link_url: link } });
    expect(await stackone.createConnectSession(asked())).toEqual(unavailable('unexpected_reply'));
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/token-t|token=|password|script/);
  });

  test.each([
    ['a number', 5],
    ['a text', '5'],
  ])('takes an id that is %s, and does not need the profile to be named', async (_what, id) => {
    const link = 'https://app.stackone.com/connect?token=t';
    sandbox.answer({ status: 201, body: { id, auth_link_url: link, type: 'TEST', more: {} } });
    const outcome = await stackone.createConnectSession(asked());
    expect(outcome).toMatchObject({ kind: 'created', id: '5', profileId: null });
  });
});

test('a link on this machine is refused when StackOne is elsewhere', () => {
  const link = 'http://127.0.0.1:4000/connect?token=t';
  expect(isUsableLink(link, 'https://api.stackone.com')).toBe(false);
  expect(isUsableLink(link, 'http://localhost:4000')).toBe(true);
});

describe('the result of a session', () => {
  test('is no attempt while nobody has opened the link', async () => {
    const { id } = await create();
    expect(await stackone.readConnectSession(id)).toEqual({ kind: 'session', attempt: null, profileId });
  });

  test('names the account after a sign-in, with its type, owner and label', async () => {
    const { id } = await create();
    sandbox.endConnectAttempt(id, { status: 'authenticated' });
    const [account] = sandbox.accounts();
    expect(await stackone.readConnectSession(id)).toEqual({
      kind: 'session',
      profileId,
      attempt: {
        status: 'authenticated',
        errorCode: null,
        errorDescription: null,
        accountId: account?.id,
      },
    });
    expect(account).toMatchObject({
      type: 'test',
      owner_name: 'Greenroom test',
      label: 'Made by Greenroom',
      connector_profile_id: profileId,
      status: 'active',
    });
    expect(await stackone.listAccounts(profileId)).toMatchObject({
      tied: true,
      accounts: [{ id: account?.id }],
    });
  });

  test('of edit mode is the account that it was made for, active again', async () => {
    const account = sandbox.linkAccount(profileId, { status: 'error' });
    const { id } = await create({ accountId: account.id });
    sandbox.endConnectAttempt(id, { status: 'authenticated' });
    expect(await stackone.readConnectSession(id)).toMatchObject({ attempt: { accountId: account.id } });
    expect(sandbox.accounts().filter(({ connector_key }) => connector_key === 'zoom')).toMatchObject([
      { id: account.id, status: 'active' },
    ]);
  });

  test.each([
    [{ status: 'pending' }, { errorCode: null, errorDescription: null }],
    [{ status: 'cancelled' }, { errorCode: null, errorDescription: null }],
    [
      { status: 'error', errorCode: '4700', errorDescription: 'Invalid redirect' },
      { errorCode: '4700', errorDescription: 'Invalid redirect' },
    ],
    [{ status: 'never_seen', errorDescription: 'wörds\0' }, { errorDescription: 'wörds' }],
  ])('is carried as it came: %j', async (result, expected) => {
    const { id } = await create();
    sandbox.endConnectAttempt(id, result);
    expect(await stackone.readConnectSession(id)).toMatchObject({
      attempt: { status: result.status, accountId: null, ...expected },
    });
  });

  test('is the latest attempt', async () => {
    const { id } = await create();
    sandbox.endConnectAttempt(id, { status: 'error', errorCode: 'access_denied' });
    sandbox.endConnectAttempt(id, { status: 'authenticated' });
    expect(await stackone.readConnectSession(id)).toMatchObject({
      attempt: { status: 'authenticated', errorCode: null },
    });
  });

  test.each([
    [{ id: 7 }, null],
    [{ id: '7', latest_connection_attempt: null }, null],
    [{ id: 7, latest_connection_attempt: {} }, { status: 'unknown' }],
    [
      { id: 7, latest_connection_attempt: { status: 3, oauth_error_code: 4702, created_at: 'soon' } },
      { status: 'unknown', errorCode: '4702' },
    ],
    [
      { id: 7, latest_connection_attempt: { id: 9, status: 'authenticated', account_secure_id: {} } },
      { status: 'authenticated', accountId: null },
    ],
  ])('is read however much of it is there: %j', async (body, attempt) => {
    sandbox.answer({ status: 200, body });
    const outcome = await stackone.readConnectSession('7');
    expect(outcome).toMatchObject({ kind: 'session', attempt });
  });

  test.each([
    [{ latest_connection_attempt: { status: 'authenticated' } }],
    [{ id: 8, latest_connection_attempt: { status: 'authenticated' } }],
    [{ id: 7, latest_connection_attempt: 'authenticated' }],
    [[]],
  ])('is no evidence when it is of no or another session, or has another shape: %j', async (body) => {
    sandbox.answer({ status: 200, body });
    expect(await stackone.readConnectSession('7')).toEqual(unavailable('unexpected_reply'));
  });

  test('is gone when StackOne knows the session no more', async () => {
    const { id } = await create();
    sandbox.forgetConnectSession(id);
    expect(await stackone.readConnectSession(id)).toEqual({ kind: 'gone' });
  });

  test('stays readable after the link has expired', async () => {
    const { id } = await create();
    sandbox.expireConnectSession(id);
    expect(await stackone.readConnectSession(id)).toMatchObject({ kind: 'session' });
  });
});
