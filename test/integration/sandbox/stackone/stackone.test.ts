import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../../sandbox/simulators/stackone/index.ts';
import { ask, basic, type Said } from '../ask.ts';

let stackone: StackOneSandbox;
let time: Date;
beforeEach(async () => {
  time = new Date('2026-11-23T12:00:40Z');
  stackone = await startStackOne({ now: () => time });
});
afterEach(() => stackone.close());

function get(path: string, key = `${stackone.apiKey}:`): Promise<Said> {
  return ask(`${stackone.url}${path}`, { authorization: basic(key), headers: { 'user-agent': 'a test' } });
}

describe('the door', () => {
  test('refuses a request without User-Agent with 403, whatever the key', async () => {
    const said = await ask(`${stackone.url}/connector_profiles`, {
      authorization: basic(`${stackone.apiKey}:`),
    });
    expect(said).toMatchObject({ status: 403, json: { statusCode: 403 } });
  });

  test.each([
    ['a wrong key', 'v1.eu1.wrong:'],
    ['a right key without its colon', 'v1.eu1.sandbox-platform-write'],
    ['a right key with a password', 'v1.eu1.sandbox-platform-write:password'],
  ])('refuses %s with 401', async (_what, key) => {
    expect(await get('/connector_profiles', key)).toMatchObject({
      status: 401,
      json: { statusCode: 401, message: 'Unauthorized', timestamp: time.toISOString() },
    });
  });

  test('refuses a key without a platform scope with 403, and a revoked key with 401', async () => {
    stackone.addKey('v1.eu1.actions', ['actions:execute']);
    expect(await get('/connector_profiles', 'v1.eu1.actions:')).toMatchObject({ status: 403 });
    stackone.addKey('v1.eu1.writer', ['platform:write']);
    expect(await get('/connector_profiles', 'v1.eu1.writer:')).toMatchObject({ status: 200 });
    stackone.revokeKey('v1.eu1.writer');
    expect(await get('/connector_profiles', 'v1.eu1.writer:')).toMatchObject({ status: 401 });
  });

  test('counts the requests of a minute and key, and says how long to wait', async () => {
    stackone.limitPerMinute(2);
    expect(await get('/connector_profiles')).toMatchObject({ status: 200 });
    expect(await get('/accounts')).toMatchObject({ status: 200 });
    const third = await get('/connector_profiles');
    expect(third).toMatchObject({ status: 429, json: { statusCode: 429 } });
    expect(third.headers['retry-after']).toBe('20');
    time = new Date('2026-11-23T12:01:00Z');
    expect(await get('/connector_profiles')).toMatchObject({ status: 200 });
  });
});

describe('the profile listing', () => {
  test('shows a profile with its 17 documented fields and without credentials', async () => {
    const { id } = stackone.createProfile({ name: 'Zoom for Northwind', environment: 'production' });
    const said = await get('/connector_profiles?connector_key=zoom');
    expect(said.json).toEqual({
      page: 1,
      page_size: 25,
      total: 1,
      data: [
        {
          id,
          name: 'Zoom for Northwind',
          connector_key: 'zoom',
          connector_label: 'Zoom',
          logo_url: expect.any(String),
          categories: ['messaging'],
          active: true,
          default: true,
          release_stage: 'ga',
          created_at: time.toISOString(),
          updated_at: time.toISOString(),
          connector_version: '1.0.0',
          connector_pinned_version: null,
          connector_owner: 'stackone',
          environment: 'production',
          authentication_config_key: 'oauth2',
          authentication_config_label: 'OAuth 2.0',
        },
      ],
    });
  });

  test('has other connectors too, and distinguishes zoom from zoominfo', async () => {
    stackone.createProfile({});
    expect(await get('/connector_profiles')).toMatchObject({ json: { total: 3 } });
    expect(await get('/connector_profiles?connector_key=zoom')).toMatchObject({ json: { total: 1 } });
    expect(await get('/connector_profiles?connector_key=zoominfo')).toMatchObject({ json: { total: 1 } });
  });

  test('pages by 25, or by page_size up to a maximum, and says the size it used', async () => {
    for (let n = 0; n < 30; n += 1) stackone.createProfile({ name: `Zoom ${n}` });
    const zoom = '/connector_profiles?connector_key=zoom';
    expect((await get(zoom)).json.data).toHaveLength(25);
    const second = await get(`${zoom}&page=2`);
    expect(second.json).toMatchObject({ page: 2, page_size: 25, total: 30 });
    expect(second.json.data).toHaveLength(5);
    expect((await get(`${zoom}&page=3`)).json.data).toEqual([]);
    expect((await get(`${zoom}&page_size=10`)).json.data).toHaveLength(10);
    expect((await get(`${zoom}&page_size=5000`)).json).toMatchObject({ page_size: 100 });
  });

  test('filters by enabled', async () => {
    const { id } = stackone.createProfile({});
    stackone.createProfile({ active: false });
    expect(await get('/auth_configs?connector_key=zoom&enabled=true')).toMatchObject({
      json: { total: 1, data: [{ id, active: true }] },
    });
    expect(await get('/auth_configs?connector_key=zoom&enabled=false')).toMatchObject({ json: { total: 1 } });
  });

  test.each(['connector=zoom', 'page=0', 'page=x', 'page_size=-1', 'enabled=yes'])(
    'refuses the query %s with 400',
    async (query) => {
      expect(await get(`/connector_profiles?${query}`)).toMatchObject({
        status: 400,
        json: { statusCode: 400 },
      });
    },
  );

  test('can lack a path, and has nothing that writes', async () => {
    stackone.withoutPath('/connector_profiles');
    expect(await get('/connector_profiles')).toMatchObject({ status: 404, json: { statusCode: 404 } });
    expect(await get('/auth_configs')).toMatchObject({ status: 200 });
    stackone.withPath('/connector_profiles');
    expect(await get('/connector_profiles')).toMatchObject({ status: 200 });
    const post = await ask(`${stackone.url}/connector_profiles`, {
      authorization: basic(`${stackone.apiKey}:`),
      headers: { 'user-agent': 'a test' },
      json: '{}',
    });
    expect(post).toMatchObject({ status: 404 });
  });

  test('only the first profile of a connector is the default; edits move updated_at', async () => {
    const first = stackone.createProfile({});
    const second = stackone.createProfile({});
    time = new Date('2026-11-23T13:00:00Z');
    stackone.renameProfile(second.id, 'Zoom, second');
    stackone.disableProfile(first.id);
    stackone.disableProfile(first.id);
    const { json } = await get('/connector_profiles?connector_key=zoom');
    expect(json.data).toMatchObject([
      { id: second.id, name: 'Zoom, second', default: false, active: true, updated_at: time.toISOString() },
      { id: first.id, default: true, active: false, updated_at: time.toISOString() },
    ]);
    stackone.deleteProfile(first.id);
    expect(stackone.profiles().map(({ id }) => id)).not.toContain(first.id);
    expect(() => stackone.enableProfile(first.id)).toThrow('has no connector profile');
  });

  test('lets a test change the project between two pages', async () => {
    stackone.beforeAnswer((path, page) => {
      if (path === '/connector_profiles' && page === 2) stackone.createProfile({});
    });
    expect(await get('/connector_profiles?connector_key=zoom')).toMatchObject({ json: { total: 0 } });
    expect(await get('/connector_profiles?connector_key=zoom&page=2')).toMatchObject({ json: { total: 1 } });
  });
});

describe('linked accounts', () => {
  test('come from v2 with their profile, and only those of the profile asked for', async () => {
    const profile = stackone.createProfile({});
    const account = stackone.linkAccount(profile.id, { ownerName: 'Northwind' });
    stackone.linkAccount(stackone.createProfile({}).id);
    const { json } = await get(`/v2/accounts?connector_profile_id=${profile.id}`);
    expect(json.data).toMatchObject([
      {
        id: account.id,
        connector: 'zoom',
        connector_profile_id: profile.id,
        status: 'active',
        owner_name: 'Northwind',
      },
    ]);
    expect((await get('/v2/accounts?providers=zoom')).status).toBe(400);
  });

  test('come from v1 as a bare array or as {data}, without a profile, with credentials in the body', async () => {
    const profile = stackone.createProfile({});
    const account = stackone.linkAccount(profile.id, { status: 'error' });
    const path = '/accounts?providers=zoom&providers=teams';
    expect(JSON.parse((await get(path)).text)).toMatchObject([
      { id: account.id, provider: 'zoom', status: 'error', credentials: {} },
    ]);
    expect((await get(path)).text).not.toContain(profile.id);
    stackone.speakAccounts('data');
    expect((await get(path)).json.data).toHaveLength(1);
    expect((await get(`/accounts?connector_profile_id=${profile.id}`)).status).toBe(400);
    expect((await get('/accounts?status=active')).json.data).toHaveLength(2);
  });

  test('become inactive with their profile, and what they were when it is enabled again', async () => {
    const profile = stackone.createProfile({});
    const account = stackone.linkAccount(profile.id);
    const status = async () =>
      JSON.stringify((await get(`/v2/accounts?connector_profile_id=${profile.id}`)).json.data);
    stackone.disableProfile(profile.id);
    expect(await status()).toContain('"inactive"');
    stackone.enableProfile(profile.id);
    expect(await status()).toContain('"active"');
    stackone.setAccountStatus(account.id, 'expired');
    expect(await status()).toContain('"expired"');
    stackone.deleteAccount(account.id);
    expect(await status()).toBe('[]');
    expect(() => stackone.deleteAccount(account.id)).toThrow('has no account');
  });
});

test('the log of requests never shows the key', async () => {
  await get('/connector_profiles?connector_key=zoom');
  expect(stackone.requests.last()).toMatchObject({
    path: '/connector_profiles',
    query: { connector_key: ['zoom'] },
    userAgent: 'a test',
    status: 200,
  });
  expect(JSON.stringify(stackone.requests.all())).not.toContain(stackone.apiKey);
});

test('faults go before authorization', async () => {
  stackone.answer({ status: 500, html: '<h1>Oops</h1>', path: '/accounts' });
  expect(await get('/accounts', 'wrong')).toMatchObject({ status: 500 });
  expect(await get('/connector_profiles')).toMatchObject({ status: 200 });
});

describe('the actions', () => {
  const first = async (query: string): Promise<unknown> => {
    const { json } = await get(`/actions?filter[connectors]=zoom&${query}`);
    const data: unknown = typeof json === 'object' && json !== null && 'data' in json ? json.data : [];
    return Array.isArray(data) ? data[0] : undefined;
  };

  test('bring guides in sections to those who ask for them', async () => {
    stackone.setConnectorScopes(['user:read:user:admin']);
    const section = { title: expect.any(String), content: expect.any(String) };
    const step = { ...section, applicable_scopes: ['user:read:user:admin'], display_scopes: true };
    expect(await first('include=authentication_guides')).toMatchObject({
      authentication: [
        {
          support: {
            guides: {
              config: {
                sections: [
                  { ...section, list: [expect.any(String), expect.any(String)], steps: [section, step] },
                ],
              },
              setup: { sections: [section] },
            },
          },
        },
      ],
    });
    expect(JSON.stringify(await first('include=action_details'))).not.toContain('guides');
  });

  test.each([
    ['include=event_guides', 200],
    ['include=action_details&include=authentication_guides&include=event_guides', 200],
    ['include=webhook_guides', 400],
    ['exclude=actions', 200],
    ['exclude=everything', 400],
    ['search=meeting&group_by=connector', 200],
    ['expand=all', 400],
  ])('asked with %s answer %i', async (query, status) => {
    expect(await get(`/actions?${query}`)).toMatchObject({ status });
  });

  test('can be left out, named and searched', async () => {
    expect(await first('exclude=actions')).not.toHaveProperty('actions');
    expect(await first('filter[action_key]=zoom_get_user')).toMatchObject({
      actions: [{ id: 'zoom_get_user' }],
    });
    expect(await first('search=transcript')).toMatchObject({
      actions: [{ id: 'zoom_get_meeting_transcript' }],
    });
  });
});
