import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import type { StackOne } from '../../../src/stackone/stackone.ts';
import { connect } from './connect.ts';

let sandbox: StackOneSandbox;
let stackone: StackOne;
let profileId: string;
beforeEach(async () => {
  sandbox = await startStackOne();
  stackone = connect(sandbox);
  profileId = sandbox.createProfile({}).id;
});
afterEach(() => Promise.all([stackone.close(), sandbox.close()]));

describe('accounts of a profile', () => {
  test('come tied to it, with owner, status and dates, and no others', async () => {
    const own = sandbox.linkAccount(profileId, { ownerName: 'Northwind', status: 'brand_new_word' });
    sandbox.linkAccount(sandbox.createProfile({}).id);
    expect(await stackone.listAccounts(profileId)).toEqual({
      kind: 'accounts',
      tied: true,
      fetchedAt: expect.any(Date),
      accounts: [
        {
          id: own.id,
          status: 'brand_new_word',
          reasons: [],
          type: 'production',
          profileId,
          ownerId: own.owner_id,
          ownerName: 'Northwind',
          createdAt: new Date(own.created_at),
          updatedAt: new Date(own.updated_at),
        },
      ],
    });
    expect(sandbox.requests.last()).toMatchObject({
      path: '/v2/accounts',
      query: { connector_profile_id: [profileId] },
    });
  });

  test('are none, tied, when none is linked', async () => {
    expect(await stackone.listAccounts(profileId)).toMatchObject({ tied: true, accounts: [] });
  });

  test.each([25, 40, 50])('are read completely when there are %i', async (count) => {
    const ids = Array.from({ length: count }, () => sandbox.linkAccount(profileId).id);
    const outcome = await stackone.listAccounts(profileId);
    const listed = outcome.kind === 'accounts' ? outcome.accounts.map(({ id }) => id) : [];
    expect(listed.sort()).toEqual(ids.sort());
  });

  test('of other profiles are left out when StackOne ignores the filter', async () => {
    sandbox.answer({
      status: 200,
      body: [
        { id: 'a', connector: 'zoom', connector_profile_id: profileId, status: 'active' },
        { id: 'b', connector: 'zoom', connector_profile_id: 'another', status: 'active' },
      ],
    });
    expect(await stackone.listAccounts(profileId)).toMatchObject({
      tied: true,
      accounts: [{ id: 'a', createdAt: null, updatedAt: null }],
    });
  });

  test('do not pass for tied when StackOne names no profile on them', async () => {
    const row = { status: 'active', created_at: 'no date' };
    const data = [
      { ...row, id: 'a', connector: 'zoom' },
      { ...row, id: 'b', connector: 'zoominfo' },
    ];
    sandbox.answer({ status: 200, body: { data, total: 2 } });
    expect(await stackone.listAccounts(profileId)).toMatchObject({ tied: false, accounts: [{ id: 'a' }] });
  });
});

test.each([
  ['neither profile nor connector', [{ id: 'a', status: 'active' }]],
  [
    'one of several without either',
    [
      { id: 'a', status: 'active' },
      { id: 'b', connector: 'zoom', status: 'error' },
    ],
  ],
  ['a connector that is no text', [{ id: 'a', status: 'active', connector: 7, provider: {} }]],
])(
  'a list of accounts that names %s is not complete: the missing one may be among them',
  async (_what, body) => {
    sandbox.answer({ status: 200, body });
    const outcome = await stackone.listAccounts(profileId);
    if (outcome.kind === 'accounts') expect(outcome).toMatchObject({ tied: false, incomplete: true });
    else expect(outcome).toMatchObject({ kind: 'unavailable', why: 'unexpected_reply' });
  },
);

describe('where StackOne has only the older listing', () => {
  beforeEach(() => sandbox.withoutPath('/v2/accounts'));

  test.each(['array', 'data'] as const)('accounts come untied, as %s, only of Zoom', async (form) => {
    sandbox.speakAccounts(form);
    const own = sandbox.linkAccount(profileId, { ownerName: 'Northwind' });
    const other = sandbox.linkAccount(sandbox.createProfile({}).id);
    const outcome = await stackone.listAccounts(profileId);
    expect(outcome).toMatchObject({ kind: 'accounts', tied: false });
    const listed = outcome.kind === 'accounts' ? outcome.accounts : [];
    expect(listed.map(({ id }) => id).sort()).toEqual([own.id, other.id].sort());
    expect(listed.map(({ ownerName }) => ownerName)).toContain('Northwind');
    expect(sandbox.requests.last()).toMatchObject({ path: '/accounts', query: { providers: ['zoom'] } });
  });

  test('their credentials are dropped', async () => {
    sandbox.linkAccount(profileId);
    expect(JSON.stringify(await stackone.listAccounts(profileId))).not.toMatch(/credentials|not-for-you/);
  });

  test('several pages are read', async () => {
    for (let n = 0; n < 30; n += 1) sandbox.linkAccount(profileId);
    const outcome = await stackone.listAccounts(profileId);
    expect(outcome.kind === 'accounts' && outcome.accounts).toHaveLength(30);
  });

  test('a listing without pages is taken as it is', async () => {
    const body = Array.from({ length: 40 }, (_, n) => ({ id: `a${n}`, provider: 'zoom', status: 'active' }));
    sandbox.answer({ status: 200, path: '/accounts', body });
    const outcome = await stackone.listAccounts(profileId);
    expect(outcome.kind === 'accounts' && outcome.accounts).toHaveLength(40);
  });

  test('trouble with it is said', async () => {
    sandbox.answer({ status: 400, body: {}, path: '/accounts', times: 1 });
    expect(await stackone.listAccounts(profileId)).toEqual({ kind: 'unavailable', why: 'bad_request' });
    sandbox.answer({ status: 200, body: 'hello', path: '/accounts', times: 1 });
    expect(await stackone.listAccounts(profileId)).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
    sandbox.withoutPath('/accounts');
    expect(await stackone.listAccounts(profileId)).toEqual({ kind: 'unavailable', why: 'no_listing' });
  });
});

test('the older listing is asked when the newer does not take the question', async () => {
  sandbox.linkAccount(profileId);
  sandbox.answer({ status: 400, body: {}, path: '/v2/accounts' });
  expect(await stackone.listAccounts(profileId)).toMatchObject({ kind: 'accounts', tied: false });
});

test.each([401, 403, 408, 422, 429, 500])('the older listing is not asked after %i', async (status) => {
  sandbox.answer({ status, body: {}, path: '/v2/accounts' });
  expect(await stackone.listAccounts(profileId)).not.toMatchObject({ kind: 'accounts' });
  expect(sandbox.requests.count('/accounts')).toBe(0);
});
