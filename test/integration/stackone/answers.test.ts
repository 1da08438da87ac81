import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import type { HttpOutcome } from '../../../src/http_client/http_outcome.ts';
import { answerOf } from '../../../src/stackone/request.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
let time: Date;
beforeEach(async () => {
  time = new Date('2026-11-23T12:00:00Z');
  sandbox = await startStackOne();
  stackone = connect(sandbox, { clock: { now: () => time } });
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

async function reconnect(options: Parameters<typeof connect>[1]): Promise<void> {
  await stackone.close();
  stackone = connect(sandbox, { clock: { now: () => time }, ...options });
}

const unavailable = (why: string) => ({ kind: 'unavailable', why });
const page = '<h1>Sorry</h1>';

describe('both questions', () => {
  test.each([
    ['a bad request', { status: 422, body: {} }, unavailable('bad_request')],
    ['a conflict', { status: 409, body: {} }, unavailable('bad_request')],
    ['a disabled account', { status: 412, body: {} }, unavailable('bad_request')],
    ['a wrong key', { status: 401, body: {} }, { kind: 'refused', status: 401 }],
    ['a missing scope', { status: 403, body: {} }, { kind: 'refused', status: 403 }],
    ['a firewall page', { status: 403, html: page }, { kind: 'refused', status: 403 }],
    ['no path at all', { status: 404, body: {} }, unavailable('no_listing')],
    [
      'a time-out of StackOne',
      { status: 408, body: {} },
      { ...unavailable('timeout'), retryAfterMs: 60_000 },
    ],
    ['too many requests', { status: 429, body: {} }, unavailable('rate_limited')],
    ['an error of StackOne', { status: 500, body: {} }, unavailable('server_error')],
    ['something not implemented', { status: 501, body: {} }, unavailable('server_error')],
    ['a broken gateway', { status: 502, html: page }, unavailable('server_error')],
    ['a redirect', { status: 302, headers: { location: '/x' } }, unavailable('unexpected_reply')],
    ['a page instead of JSON', { status: 200, html: page }, unavailable('not_json')],
    ['an empty answer', { status: 200 }, unavailable('not_json')],
    ['JSON of another shape', { status: 200, body: { hello: 'there' } }, unavailable('unexpected_reply')],
    [
      'rows without an id',
      { status: 200, body: { data: [{ name: 'Zoom' }] } },
      unavailable('unexpected_reply'),
    ],
  ])('take %s as a value', async (_what, answer, expected) => {
    sandbox.answer(answer);
    expect(await stackone.listZoomProfiles()).toEqual(expected);
    await reconnect({});
    expect(await stackone.listAccounts('p')).toEqual(expected);
  });

  test('are unavailable while StackOne is down, breaks off or is slow, and answered afterwards', async () => {
    sandbox.createProfile({});
    sandbox.down();
    expect(await stackone.listZoomProfiles()).toEqual(unavailable('network'));
    expect(await stackone.listAccounts('p')).toEqual(unavailable('network'));
    sandbox.clearFaults();
    sandbox.cut();
    expect(await stackone.listZoomProfiles()).toEqual(unavailable('network'));
    sandbox.clearFaults();
    sandbox.slow(60_000);
    await reconnect({ timeoutMs: 50 });
    expect(await stackone.listZoomProfiles()).toEqual(unavailable('timeout'));
    sandbox.clearFaults();
    await reconnect({});
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
  });

  test('survive one hiccup', async () => {
    sandbox.answer({ status: 502, html: page, times: 1 });
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
  });

  test('are not asked without a key', async () => {
    await reconnect({ apiKey: null });
    expect(await stackone.listZoomProfiles()).toEqual(unavailable('not_configured'));
    expect(await stackone.listAccounts('p')).toEqual(unavailable('not_configured'));
    expect(sandbox.requests.count()).toBe(0);
  });

  test('stop for a while when StackOne is down for all, and still say why', async () => {
    await reconnect({ circuit: { failures: 2, restMs: 30_000 } });
    sandbox.answer({ status: 500, body: {} });
    await stackone.listZoomProfiles();
    await stackone.listZoomProfiles();
    const asked = sandbox.requests.count();
    expect(await stackone.listZoomProfiles()).toEqual({
      ...unavailable('server_error'),
      retryAfterMs: 30_000,
    });
    expect(sandbox.requests.count()).toBe(asked);
    sandbox.clearFaults();
    time = new Date(time.getTime() + 30_000);
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
  });
});

describe('the key', () => {
  test('is sent with its colon and a User-Agent, and the right one is let in', async () => {
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
    expect(sandbox.requests.last()).toMatchObject({ userAgent: 'Greenroom/1.2.3', status: 200 });
  });

  test('is refused when it is wrong, lacks its scope or was revoked', async () => {
    sandbox.addKey('v1.eu1.no-scope');
    await reconnect({ apiKey: new Secret('v1.eu1.no-scope') });
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'refused', status: 403 });
    sandbox.revokeKey('v1.eu1.no-scope');
    expect(await stackone.listZoomProfiles()).toEqual({ kind: 'refused', status: 401 });
    expect(await stackone.listAccounts('p')).toEqual({ kind: 'refused', status: 401 });
  });
});

describe('Retry-After', () => {
  test('is obeyed by every question, with the same answer, until the time has come', async () => {
    sandbox.answer({ status: 429, body: {}, headers: { 'retry-after': '40' }, times: 1 });
    const limited = unavailable('rate_limited');
    expect(await stackone.listZoomProfiles()).toEqual({ ...limited, retryAfterMs: 40_000 });
    time = new Date(time.getTime() + 30_000);
    expect(await stackone.listZoomProfiles()).toEqual({ ...limited, retryAfterMs: 10_000 });
    expect(await stackone.listAccounts('p')).toEqual({ ...limited, retryAfterMs: 10_000 });
    expect(sandbox.requests.count()).toBe(1);
    time = new Date(time.getTime() + 10_000);
    expect(await stackone.listZoomProfiles()).toMatchObject({ kind: 'profiles' });
  });

  test('of the real limit is obeyed too', async () => {
    sandbox.limitPerMinute(0);
    expect(await stackone.listZoomProfiles()).toMatchObject({ why: 'rate_limited' });
    expect(await stackone.listZoomProfiles()).toMatchObject({ why: 'rate_limited' });
    expect(sandbox.requests.count()).toBe(1);
  });

  test('may be a date', async () => {
    const date = new Date(time.getTime() + 5_000).toUTCString();
    sandbox.answer({ status: 503, body: {}, headers: { 'retry-after': date } });
    expect(await stackone.listZoomProfiles()).toEqual({
      ...unavailable('server_error'),
      retryAfterMs: 5_000,
    });
  });
});

test.each<[HttpOutcome, object]>([
  [{ kind: 'unreachable', why: 'too_large' }, unavailable('unexpected_reply')],
  [
    { kind: 'unreachable', why: 'circuit_open', because: 'timeout', retryAfterMs: 9 },
    { ...unavailable('timeout'), retryAfterMs: 9 },
  ],
  [{ kind: 'unreachable', why: 'circuit_open' }, unavailable('network')],
])('no answer: %j', (outcome, expected) => {
  expect(answerOf(outcome)).toEqual(expected);
});
