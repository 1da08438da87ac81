import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../../sandbox/simulators/stackone/index.ts';
import { ask, basic } from '../ask.ts';
import { faultsOf, type ModelName } from './models.ts';

let stackone: StackOneSandbox;
let profileId: string;
let sessionId: string;
beforeEach(async () => {
  stackone = await startStackOne();
  profileId = stackone.createProfile({ environment: 'production' }).id;
  const account = stackone.linkAccount(profileId, { label: 'Made by Greenroom', type: 'test' });
  const timestamp = new Date().toISOString();
  stackone.setAccountStatus(account.id, 'error', [
    { code: 'invalid_grant', timestamp },
    { description: 'Token revoked', timestamp },
  ]);
  stackone.pinProfile(profileId, '1.0.0');
  const session = {
    origin_owner_id: 'o',
    origin_owner_name: 'O',
    connector_profile_id: profileId,
    type: 'test',
  };
  sessionId = String((await post('/connect_sessions', session)).id);
});
afterEach(() => stackone.close());

const as = () => ({ authorization: basic(`${stackone.apiKey}:`), headers: { 'user-agent': 'a test' } });

async function get(path: string): Promise<unknown> {
  return JSON.parse((await ask(`${stackone.url}${path}`, as())).text);
}

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  return (await ask(`${stackone.url}${path}`, { ...as(), json: JSON.stringify(body) })).json;
}

const answers: readonly (readonly [ModelName, string, () => Promise<unknown>])[] = [
  ['ConnectorProfilesPaginated', 'a list of profiles', () => get('/connector_profiles?connector_key=zoom')],
  ['ConnectorProfilesPaginated', 'their older list', () => get('/auth_configs')],
  ['ConnectorProfilePinnedVersion', 'a pin', () => get(`/connector_profiles/${profileId}/pinned_version`)],
  ['ConnectSession', 'a session that nobody has opened', () => get(`/connect_sessions/${sessionId}`)],
  ['ActionsMetaPaginated', 'the actions', () => get('/actions?include=action_details')],
  ['ErrorResponse', 'a path that does not exist', () => get('/nothing')],
  ['ErrorResponse', 'a rejected session', () => post('/connect_sessions', {})],
  ['ConnectSessionTokenAuthLink', 'a new session', () => post('/connect_sessions', full())],
];

const full = () => ({
  origin_owner_id: 'o',
  origin_owner_name: 'O',
  origin_username: 'u',
  provider: 'zoom',
  categories: ['messaging'],
  connector_profile_id: profileId,
  account_id: stackone.accounts()[0]?.id,
  expires_in: 60,
  metadata: { a: 1 },
  multiple: true,
  label: 'L',
  type: 'PRODUCTION',
});

test.each(answers)('the simulator answers as the model %s says: %s', async (model, _what, answer) => {
  expect(faultsOf(await answer(), model)).toEqual([]);
});

test.each(['pending', 'authenticated', 'error', 'cancelled', 'never_seen'])(
  'a session with an attempt that is %s is as the model says',
  async (status) => {
    stackone.endConnectAttempt(sessionId, {
      status,
      errorCode: '4700',
      errorDescription: 'Invalid redirect',
    });
    expect(faultsOf(await get(`/connect_sessions/${sessionId}`), 'ConnectSession')).toEqual([]);
  },
);

test('accounts and versions come as the models say', async () => {
  const accounts = await get('/accounts');
  const versions = await get(`/connector_profiles/${profileId}/versions`);
  const rows = (sent: unknown) => (Array.isArray(sent) ? sent : []);
  expect(rows(accounts).length).toBeGreaterThan(1);
  expect(rows(accounts).flatMap((row) => faultsOf(row, 'LinkedAccount'))).toEqual([]);
  expect(rows(versions)).toHaveLength(1);
  expect(rows(versions).flatMap((row) => faultsOf(row, 'ConnectorProfileVersion'))).toEqual([]);
});

test('a body that lacks a field, has one too many or one of another kind is told', () => {
  expect(
    faultsOf({ version: 1, owner: 'stackone', builtin: true, more: 0 }, 'ConnectorProfileVersion'),
  ).toEqual([
    'ConnectorProfileVersion.more: unknown',
    'ConnectorProfileVersion.version: not a text',
    'ConnectorProfileVersion.pinned: missing',
  ]);
});
