import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
beforeEach(async () => {
  sandbox = await startStackOne();
  stackone = connect(sandbox);
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

const row = { version: '2.0.0', owner: 'stackone', builtin: true, pinned: false };

describe("the versions of a profile's connector", () => {
  test.each([
    ['a bare list', [row]],
    ['a list in an envelope', { data: [row] }],
  ])('come as %s', async (_what, body) => {
    sandbox.answer({ status: 200, body });
    expect(await stackone.listConnectorVersions('p/1')).toEqual({
      kind: 'versions',
      versions: [row],
      fetchedAt: expect.any(Date),
    });
    expect(sandbox.requests.last()?.path).toBe('/connector_profiles/p%2F1/versions');
  });

  test('count where some cannot be read, and say that there are more', async () => {
    const body = [{ version: '1.0.0', builtin: 'yes', pinned: null, owner: null }, { owner: 'stackone' }, 7];
    sandbox.answer({ status: 200, body });
    expect(await stackone.listConnectorVersions('p')).toMatchObject({
      versions: [{ version: '1.0.0', owner: null, builtin: null, pinned: false }],
      incomplete: true,
    });
  });

  test.each([
    [404, {}, { kind: 'gone' }],
    [400, {}, { kind: 'unavailable', why: 'bad_request' }],
    [401, {}, { kind: 'refused', status: 401 }],
    [403, {}, { kind: 'refused', status: 403 }],
    [500, {}, { kind: 'unavailable', why: 'server_error' }],
    [200, { rows: [] }, { kind: 'unavailable', why: 'unexpected_reply' }],
    [200, [{ owner: 'stackone' }], { kind: 'unavailable', why: 'unexpected_reply' }],
  ])('take %i %j as a value', async (status, body, expected) => {
    sandbox.answer({ status, body });
    expect(await stackone.listConnectorVersions('p')).toEqual(expected);
  });

  test('are not asked for without a key', async () => {
    await stackone.close();
    stackone = connect(sandbox, { apiKey: null });
    const outcome = await stackone.listConnectorVersions('p');
    expect(outcome).toEqual({ kind: 'unavailable', why: 'not_configured' });
    expect(sandbox.requests.count()).toBe(0);
  });
});
