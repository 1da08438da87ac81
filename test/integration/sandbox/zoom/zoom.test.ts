import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startZoom, type ZoomSandbox } from '../../../../sandbox/simulators/zoom/index.ts';
import { ask, basic, type Said } from '../ask.ts';

const REDIRECT = 'https://api.stackone.com/connect/oauth2/zoom/callback';
const MADE_UP = 'aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbb';

let zoom: ZoomSandbox;
let time: Date;
beforeEach(async () => {
  time = new Date('2026-11-23T12:00:00Z');
  zoom = await startZoom({ now: () => time });
});
afterEach(() => zoom.close());

function token(pair: string, form: Record<string, string>): Promise<Said> {
  return ask(`${zoom.url}/oauth/token`, { authorization: basic(pair), form });
}

function probe(pair: string, code = MADE_UP): Promise<Said> {
  return token(pair, { grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
}

const wrongClient = {
  status: 400,
  json: { error: 'invalid_client', reason: 'Invalid client_id or client_secret' },
};
const unsupported = {
  status: 400,
  json: { error: 'unsupported_grant_type', reason: 'unsupported grant type' },
};

test('ends the connection of a request whose body is too long, and answers the next one', async () => {
  const app = zoom.addApp();
  await expect(token(app.clientId, { code: 'a'.repeat(1_100_000) })).rejects.toThrow();
  expect(await probe(`${app.clientId}:wrong`)).toMatchObject(wrongClient);
});

describe('the token endpoint', () => {
  test('refuses an unknown client, a wrong secret and a missing Basic header in the same words', async () => {
    const app = zoom.addApp();
    expect(await probe('nobody:nothing')).toMatchObject(wrongClient);
    expect(await probe(`${app.clientId}:wrong`)).toMatchObject(wrongClient);
    expect(await ask(`${zoom.url}/oauth/token`, { form: { code: MADE_UP } })).toMatchObject(wrongClient);
  });

  test('refuses a made-up code of a right pair in the words of today, of 2022 and of 2020', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    const pair = `${clientId}:${clientSecret}`;
    const today = { error: 'invalid_grant', reason: 'Invalid authorization code' };
    expect(await probe(pair)).toMatchObject({ status: 400, json: today });
    zoom.speakInvalidCode('with_code');
    expect(await probe(pair)).toMatchObject({
      json: { error: 'invalid_grant', reason: `Invalid authorization code: ${MADE_UP}` },
    });
    zoom.speakInvalidCode('of_2020');
    expect(await probe(pair)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  });

  test('says that an app is disabled, and forgets it when it is enabled again', async () => {
    const { clientId, clientSecret } = zoom.addApp({ disabled: true });
    const pair = `${clientId}:${clientSecret}`;
    const reason = 'The app has been disabled by the developer';
    expect(await probe(pair)).toMatchObject({ status: 400, json: { error: 'invalid_client', reason } });
    zoom.enableApp(clientId);
    expect(await probe(pair)).toMatchObject({ json: { error: 'invalid_grant' } });
    zoom.disableApp(clientId);
    expect(await probe(pair)).toMatchObject({ json: { reason } });
  });

  test('checks the client before the code, and the other way round when switched', async () => {
    const { clientId } = zoom.addApp();
    expect(await probe(`${clientId}:wrong`)).toMatchObject(wrongClient);
    zoom.checksCodeFirst(true);
    expect(await probe(`${clientId}:wrong`)).toMatchObject({ json: { error: 'invalid_grant' } });
  });

  test('takes the new secret after a rotation, and the old one only when it was kept', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    zoom.rotateSecret(clientId, 'second', { keepOld: true });
    expect(await probe(`${clientId}:${clientSecret}`)).toMatchObject({ json: { error: 'invalid_grant' } });
    zoom.rotateSecret(clientId, 'third');
    expect(await probe(`${clientId}:${clientSecret}`)).toMatchObject(wrongClient);
    expect(await probe(`${clientId}:second`)).toMatchObject(wrongClient);
    expect(await probe(`${clientId}:third`)).toMatchObject({ json: { error: 'invalid_grant' } });
  });

  test('does not know a missing grant, a grant of another kind of app, or a body that is no form', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    const pair = `${clientId}:${clientSecret}`;
    expect(await token(pair, {})).toMatchObject(unsupported);
    expect(await token(pair, { grant_type: 'client_credentials' })).toMatchObject(unsupported);
    expect(await token(pair, { grant_type: 'account_credentials', account_id: 'a' })).toMatchObject(
      unsupported,
    );
    const json = JSON.stringify({ grant_type: 'authorization_code', code: MADE_UP });
    const said = await ask(`${zoom.url}/oauth/token`, { authorization: basic(pair), json });
    expect(said).toMatchObject(unsupported);
  });

  test('gives tokens for the code of a consent once, for its own app and redirect URL, within 5 minutes', async () => {
    const { clientId, clientSecret } = zoom.addApp({ scopes: ['user:read:user:admin', 'group:read:group'] });
    const pair = `${clientId}:${clientSecret}`;
    const other = zoom.addApp();
    const code = zoom.authorize(clientId, REDIRECT);
    expect(code).toMatch(/^[A-Za-z0-9]{10}_[A-Za-z0-9]{22}$/);
    expect(await probe(`${other.clientId}:${other.clientSecret}`, code)).toMatchObject({
      json: { error: 'invalid_grant' },
    });
    const elsewhere = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT.toUpperCase() };
    expect(await token(pair, elsewhere)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
    expect(await probe(pair, code)).toMatchObject({
      status: 200,
      json: { token_type: 'bearer', expires_in: 3599, scope: 'user:read:user:admin group:read:group' },
    });
    expect(await probe(pair, code)).toMatchObject({ json: { error: 'invalid_grant' } });
    const late = zoom.authorize(clientId, REDIRECT);
    time = new Date(time.getTime() + 5 * 60_000);
    expect(await probe(pair, late)).toMatchObject({ json: { error: 'invalid_grant' } });
  });

  test('rotates a refresh token and takes tokens back, each client only its own', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    const pair = `${clientId}:${clientSecret}`;
    const first = (await probe(pair, zoom.authorize(clientId, REDIRECT))).json;
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
    const second = (await token(pair, refresh)).json;
    expect(second.access_token).toBeTypeOf('string');
    expect(await token(pair, refresh)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', reason: 'Invalid Token!' },
    });
    const form = { token: String(second.access_token) };
    const revoke = `${zoom.url}/oauth/revoke`;
    expect(await ask(revoke, { form })).toMatchObject(wrongClient);
    expect(await ask(revoke, { authorization: basic(pair), form })).toMatchObject({
      status: 200,
      json: { status: 'success' },
    });
    expect(await ask(revoke, { authorization: basic(pair), form })).toMatchObject({ status: 400 });
    expect(zoom.liveTokens()).toBe(1);
  });

  test('gives a Server-to-Server app tokens for its own account only, without a refresh token', async () => {
    const { clientId, clientSecret } = zoom.addApp({ accountId: 'account-1' });
    const url = `${zoom.url}/oauth/token?grant_type=account_credentials&account_id=`;
    const authorization = basic(`${clientId}:${clientSecret}`);
    const good = await ask(`${url}account-1`, { authorization, form: {} });
    expect(good).toMatchObject({ status: 200, json: { token_type: 'bearer' } });
    expect(good.json).not.toHaveProperty('refresh_token');
    const bad = await ask(`${url}account-2`, { authorization, form: {} });
    expect(bad).toMatchObject({ status: 400, json: { error: 'invalid_request', reason: 'Bad Request' } });
    expect(await probe(`${clientId}:${clientSecret}`)).toMatchObject(unsupported);
  });

  test('answers other paths and methods with pages, not with JSON', async () => {
    expect(await ask(`${zoom.url}/elsewhere`, { form: {} })).toMatchObject({ status: 404 });
    expect(await ask(`${zoom.url}/oauth/token`, {})).toMatchObject({ status: 405 });
  });
});

describe('the log of requests', () => {
  test('counts by path and shows who asked for what, but no secret, code or token', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    await probe(`${clientId}:${clientSecret}`);
    expect(zoom.requests.count('/oauth/token')).toBe(1);
    expect(zoom.requests.count('/oauth/revoke')).toBe(0);
    expect(zoom.requests.last()).toMatchObject({
      method: 'POST',
      path: '/oauth/token',
      status: 400,
      at: time,
      notes: { client_id: clientId, grant_type: 'authorization_code', redirect_uri: REDIRECT },
    });
    const everything = JSON.stringify(zoom.requests.all());
    expect(everything).not.toContain(clientSecret);
    expect(everything).not.toContain(MADE_UP);
    zoom.requests.clear();
    expect(zoom.requests.count()).toBe(0);
  });

  test('remembers a request that got no answer', async () => {
    zoom.down();
    await expect(probe('a:b')).rejects.toThrow();
    expect(zoom.requests.last()).toMatchObject({ status: null, notes: { client_id: 'a' } });
  });
});

describe('faults', () => {
  test('answers what is prescribed, for one path, so many times, until it clears', async () => {
    const { clientId, clientSecret } = zoom.addApp();
    const pair = `${clientId}:${clientSecret}`;
    zoom.answer({ status: 502, html: '<h1>Bad gateway</h1>' });
    zoom.answer({
      status: 429,
      body: { code: 429 },
      headers: { 'retry-after': '7' },
      path: '/oauth/token',
      times: 1,
    });
    const limited = await probe(pair);
    expect(limited).toMatchObject({ status: 429, json: { code: 429 } });
    expect(limited.headers['retry-after']).toBe('7');
    expect(await probe(pair)).toMatchObject({ status: 502, text: '<h1>Bad gateway</h1>' });
    zoom.clearFaults();
    expect(await probe(pair)).toMatchObject({ status: 400 });
  });

  test('can be slow, break off in the middle of an answer, and be over', async () => {
    zoom.slow(1);
    expect(await probe('a:b')).toMatchObject({ status: 400 });
    zoom.cut();
    await expect(probe('a:b')).rejects.toThrow();
    zoom.clearFaults();
    expect(await probe('a:b')).toMatchObject({ status: 400 });
  });

  test('can be closed while a slow answer is under way', async () => {
    zoom.slow(60_000);
    const asked = probe('a:b').catch(() => 'broken off');
    await zoom.close();
    expect(await asked).toBe('broken off');
    zoom = await startZoom();
  });
});
