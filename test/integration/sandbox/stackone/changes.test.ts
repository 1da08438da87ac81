import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../../sandbox/simulators/stackone/index.ts';
import { connect } from '../../stackone/connect.ts';
import { ask, basic } from '../ask.ts';

let stackone: StackOneSandbox;
let profileId: string;
beforeEach(async () => {
  stackone = await startStackOne();
  profileId = stackone.createProfile({}).id;
});
afterEach(() => stackone.close());

async function read<T>(list: (client: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const client = connect(stackone);
  return list(client).finally(client.close);
}

describe("a new version of the simulated StackOne's Zoom connector", () => {
  beforeEach(() =>
    stackone.releaseConnector({ version: '2.0.0', connectorScopes: ['meeting:read:summary:admin'] }),
  );

  test('changes what its actions ask for, and profiles follow it', async () => {
    expect(await read((client) => client.listZoomActions())).toMatchObject({
      connector: { version: '2.0.0', scopes: ['meeting:read:summary:admin'] },
    });
    expect(await read((client) => client.listZoomProfiles())).toMatchObject({
      profiles: [{ id: profileId, connectorVersion: '2.0.0' }],
    });
  });

  test('leaves a pinned profile behind until it is unpinned', async () => {
    stackone.pinProfile(profileId, '1.0.0');
    stackone.releaseConnector({ version: '2.1.0' });
    expect(await read((client) => client.listZoomProfiles())).toMatchObject({
      profiles: [{ connectorVersion: '1.0.0', pinnedVersion: '1.0.0' }],
    });
    expect(await read((client) => client.listConnectorVersions(profileId))).toMatchObject({
      versions: [
        { version: '2.1.0', pinned: false },
        { version: '2.0.0', pinned: false },
        { version: '1.0.0', pinned: true, owner: 'stackone', builtin: true },
      ],
    });
    stackone.pinProfile(profileId, null);
    expect(stackone.profiles().find(({ id }) => id === profileId)?.connector_version).toBe('2.1.0');
  });

  test('is that of later profiles, and unknown profiles have none', async () => {
    expect(stackone.createProfile({}).connector_version).toBe('2.0.0');
    expect(stackone.createProfile({ connectorKey: 'slack' }).connector_version).toBe('1.0.0');
    expect(await read((client) => client.listConnectorVersions('nobody'))).toEqual({ kind: 'gone' });
    expect(() => stackone.pinProfile(profileId, '9.0.0')).toThrow('has no version 9.0.0');
  });
});

test.each([
  ['newer', { connector: 'zoom', owner_name: 'Northwind' }, 'provider'],
  ['older', { provider: 'zoom', origin_owner_name: 'Northwind' }, 'connector"'],
  ['both', { connector: 'zoom', provider: 'zoom', owner_id: 'o', origin_owner_id: 'o' }, 'nothing'],
] as const)(
  'accounts of v2 can have %s names, and tell why they are not well',
  async (names, fields, absent) => {
    stackone.nameAccountFields(names);
    const account = stackone.linkAccount(profileId, { ownerName: 'Northwind', ownerId: 'o' });
    const reason = {
      code: 'invalid_grant',
      description: 'Token revoked',
      timestamp: '2026-11-28T12:00:00.000Z',
    };
    stackone.setAccountStatus(account.id, 'error', [reason]);
    const { text, json } = await ask(`${stackone.url}/v2/accounts?connector_profile_id=${profileId}`, {
      authorization: basic(`${stackone.apiKey}:`),
      headers: { 'user-agent': 'a test' },
    });
    expect(json.data).toMatchObject([{ ...fields, status: 'error', status_reasons: [reason] }]);
    expect(text).not.toContain(`"${absent}`);
    stackone.setAccountStatus(account.id, 'active');
    expect(stackone.accounts()[0]?.status_reasons).toEqual([]);
  },
);

describe('webhooks of the simulated StackOne', () => {
  let server: http.Server;
  let url: string;
  const heard: { readonly body: string; readonly signature: unknown }[] = [];
  beforeEach(async () => {
    heard.length = 0;
    server = http.createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      heard.push({ body, signature: req.headers['x-stackone-signature'] });
      res.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise<void>((done) => void server.close(() => done())));

  const sign = (secret: string, body = '') => createHmac('sha256', secret).update(body).digest('base64url');

  test('tell of an account that comes, changes and goes, signed', async () => {
    stackone.sendWebhooks({ url, secret: 'a secret' });
    const account = stackone.linkAccount(profileId, { ownerName: 'Northwind' });
    stackone.setAccountStatus(account.id, 'error');
    stackone.disableProfile(profileId);
    stackone.deleteAccount(account.id);
    const sent = await stackone.sentWebhooks();
    expect(sent.map(({ event, status }) => [event, status])).toEqual([
      ['account.created', 200],
      ['account.updated', 200],
      ['account.updated', 200],
      ['account.deleted', 200],
    ]);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      event: 'account.created',
      account_id: account.id,
      provider: 'zoom',
      origin_owner_name: 'Northwind',
      event_date: account.created_at,
    });
    for (const { body, signature } of heard) expect(signature).toBe(sign('a secret', body));
  });

  test('can come twice, again, padded, with another signature or with none', async () => {
    const account = stackone.linkAccount(profileId);
    const notify = () => stackone.notifyOfAccount('account.updated', account.id);
    stackone.sendWebhooks({ url, secret: 's', times: 2, padded: true });
    notify();
    stackone.sendWebhooks({ url, secret: 'another', signature: 'wrong' });
    notify();
    stackone.sendWebhooks({ url, secret: 's', signature: null });
    notify();
    await stackone.sentWebhooks();
    stackone.sendWebhooks({ url, secret: 'older' });
    stackone.sendWebhookAgain(0);
    const bodies = (await stackone.sentWebhooks()).map(({ body }) => body);
    expect(bodies[4]).toBe(bodies[0]);
    expect(heard.map(({ signature }) => signature)).toEqual(
      expect.arrayContaining([`${sign('s', bodies[0])}=`, 'wrong', undefined, sign('older', bodies[0])]),
    );
    expect(heard).toHaveLength(5);
  });

  test('go nowhere in the beginning, and a host that is away is no fault of the test', async () => {
    stackone.linkAccount(profileId);
    stackone.sendWebhooks({ url: 'http://127.0.0.1:1', secret: 's' });
    stackone.linkAccount(profileId);
    expect(await stackone.sentWebhooks()).toMatchObject([{ status: null }]);
    expect(heard).toEqual([]);
  });
});
