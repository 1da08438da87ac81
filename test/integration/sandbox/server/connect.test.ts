import { describe, expect, it, onTestFinished } from 'vitest';
import { open } from '../../../harness/consent_pages.ts';
import { ask, basic } from '../ask.ts';
import { useHouse } from './support/house.ts';

const house = useHouse(() => {});

const seen = async () => (await house.state()).controlPanel;

async function connectLink(profile: string): Promise<{ readonly status: number; readonly url: string }> {
  const { url, apiKey } = house.simulators.stackone;
  const body = { origin_owner_id: 'o', origin_owner_name: 'Greenroom', connector_profile_id: profile };
  const { status, json } = await ask(`${url}/connect_sessions`, {
    authorization: basic(`${apiKey}:`),
    headers: { 'user-agent': 'a test' },
    json: JSON.stringify({ ...body, type: 'test', expires_in: 600 }),
  });
  return { status, url: String(json.auth_link_url) };
}

/** A Zoom app that is ready for a test, and a profile; the newest of each. */
async function setUp() {
  await house.control({ do: 'zoom.create', name: 'StackOne Integration' });
  const clientId = (await seen()).zoomApps[0]?.clientId ?? '';
  await house.control({ do: 'zoom.ready', clientId, on: true });
  await house.control({ do: 'stackone.create', name: 'Zoom' });
  const profile = (await seen()).profiles[0]?.id ?? '';
  return { clientId, profile };
}

async function tryAs(profile: string, person: string): Promise<string> {
  const { url } = await connectLink(profile);
  const zoom = await (await open(url)).press('Go on to Zoom');
  if (zoom.title !== 'Sign in') return zoom.text;
  const page = await zoom.press(person);
  return page.title.endsWith('asks for access') ? (await page.press('Allow')).text : page.text;
}

describe('in the sandbox page', () => {
  it('a connect link leads through StackOne and Zoom under its own address, and an account is linked', async () => {
    const { profile, clientId } = await setUp();
    expect((await seen()).profiles[0]?.clientId).toBe(clientId);
    const { url } = await connectLink(profile);
    expect(url.startsWith(`${house.url}/stackone/hub/connect?token=`)).toBe(true);
    const zoom = await (await open(url)).press('Go on to Zoom');
    expect(zoom.url.startsWith(`${house.url}/zoom/oauth/authorize?`)).toBe(true);
    expect((await seen()).stackone.sessions[0]).toMatchObject({ state: 'pending', owner: 'Greenroom' });
    await (await zoom.press('Ada')).press('Allow');
    const { stackone, profiles } = await seen();
    expect(stackone.sessions[0]).toMatchObject({ state: 'authenticated', words: '' });
    expect(profiles[0]?.accounts).toMatchObject([{ owner: 'Greenroom', status: 'active' }]);
    expect(JSON.stringify(await seen())).not.toContain(new URL(url).searchParams.get('token'));
  });

  it.each([
    ['another pair: the Production side, which is not shared', { use: 'production' }, /not published/],
    ['a wrong secret', { use: 'wrong_secret' }, /Invalid client_id or client_secret/],
    ['the public client', { use: 'public_client' }, /Invalid client_id/],
  ])('a profile can hold %s, and then the right one again', async (_what, pair, words) => {
    const { profile } = await setUp();
    await house.control({ do: 'stackone.pair', profile, pair });
    expect(await tryAs(profile, 'Ada')).toMatch(words);
    await house.control({ do: 'stackone.pair', profile, pair: { use: 'development' } });
    expect(await tryAs(profile, 'Ada')).toMatch(/Zoom is connected/);
  });

  it("Zoom's settings refuse, and are set right again", async () => {
    const { profile, clientId } = await setUp();
    await house.control({ do: 'zoom.redirect', clientId, on: false });
    expect(await tryAs(profile, 'Ada')).toMatch(/Invalid redirect/);
    await house.control({ do: 'zoom.redirect', clientId, on: true });
    expect(await tryAs(profile, 'Max')).toMatch(/account admin/);
    await house.control({ do: 'zoom.managed', clientId, by: 'user' });
    expect(await tryAs(profile, 'Max')).toMatch(/Zoom is connected/);
    await house.control({ do: 'zoom.ready', clientId, on: false });
    expect(await tryAs(profile, 'Ada')).toMatch(/not ready for local test/);
    await house.control({ do: 'stackone.pair', profile, pair: { use: 'production' } });
    await house.control({ do: 'zoom.shared', clientId, on: true });
    expect(await tryAs(profile, 'Olivia')).toMatch(/Zoom is connected/);
  });

  it('a new version of the connector asks for a scope until the Zoom app has it', async () => {
    const { profile, clientId } = await setUp();
    onTestFinished(() => house.simulators.stackone.setConnectorScopes([]));
    await house.control({ do: 'stackone.pin', profile, on: true });
    await house.control({ do: 'stackone.release', scope: 'meeting:read:summary:admin' });
    const { stackone, profiles } = await seen();
    expect(stackone.versions).toEqual(['2.0.0', '1.0.0']);
    expect(profiles[0]).toMatchObject({ version: '1.0.0', pinned: true });
    await house.control({ do: 'stackone.pin', profile, on: false });
    expect((await seen()).profiles[0]).toMatchObject({ version: '2.0.0', pinned: false });
    expect(await tryAs(profile, 'Ada')).toMatch(/Invalid scope/);
    const scopes = 'user:read:user:admin, meeting:read:summary:admin\n';
    await house.control({ do: 'zoom.scopes', clientId, scopes });
    expect(await tryAs(profile, 'Ada')).toMatch(/Zoom is connected/);
  });

  it("Greenroom's key can be made one that only reads", async () => {
    const { profile } = await setUp();
    await house.control({ do: 'stackone.key', writes: false });
    expect((await connectLink(profile)).status).toBe(403);
    await house.control({ do: 'stackone.key', writes: true });
    expect((await connectLink(profile)).status).toBe(201);
  });

  it('a link can expire, and a broken account says why', async () => {
    const { profile } = await setUp();
    const { url } = await connectLink(profile);
    const id = (await seen()).stackone.sessions[0]?.id;
    await house.control({ do: 'stackone.expire', session: id });
    expect((await open(url)).title).toBe('This link has expired');
    expect((await seen()).stackone.sessions[0]?.state).toBe('expired');
    await house.control({ do: 'stackone.link', profile });
    const account = (await seen()).profiles[0]?.accounts[0]?.id;
    await house.control({ do: 'stackone.account', account, status: 'error' });
    const row = house.simulators.stackone.accounts().find((one) => one.id === account);
    expect(row?.status_reasons).toMatchObject([{ code: 'invalid_grant' }]);
    expect((await house.control({ do: 'stackone.expire', session: 1 })).status).toBe(404);
  });

  it('nothing else of the simulators is reached through its address', async () => {
    for (const path of [
      '/stackone/connect_sessions',
      '/zoom/oauth/token',
      '/stackone/hub/../connect_sessions',
    ])
      expect((await ask(`${house.url}${path}`)).status).toBe(404);
  });
});
