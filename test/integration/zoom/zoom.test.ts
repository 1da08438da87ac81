import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startZoom, type TokenAnswer, type ZoomSandbox } from '../../../sandbox/simulators/zoom/index.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../src/core/profiles/zoom_connector.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { alteredSecret } from '../../../src/zoom/altered_secret.ts';
import { createZoom, type Zoom, type ZoomOptions } from '../../../src/zoom/zoom.ts';

let sandbox: ZoomSandbox;
let zoom: Zoom;
let logged: unknown[];
beforeEach(async () => {
  sandbox = await startZoom();
  logged = [];
  zoom = build();
});
afterEach(() => Promise.all([zoom.close(), sandbox.close()]));

function build(options: Partial<ZoomOptions> = {}): Zoom {
  const clock = { now: () => new Date() };
  const log = { warn: (...line: unknown[]) => void logged.push(line) };
  return createZoom({ oauthUrl: sandbox.url, version: '1.2.3', clock, log, ...options });
}

const probe = (clientId: string, secret: string) =>
  zoom.probeCredentials(clientId, new Secret(secret), STACKONE_ZOOM_REDIRECT);

function probeKnown() {
  const { clientId, clientSecret } = sandbox.addApp();
  return probe(clientId, clientSecret);
}

describe('the verdict', () => {
  test('is accepted for a right pair, in each wording Zoom has used', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    for (const form of ['today', 'with_code', 'of_2020'] as const) {
      sandbox.speakInvalidCode(form);
      expect(await probe(clientId, clientSecret)).toEqual({ verdict: 'accepted', reason: 'code_refused' });
    }
  });

  test('is refused for a wrong secret, for an unknown client, and for the old secret after a rotation', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    const refused = { verdict: 'refused', reason: 'invalid_client' };
    expect(await probe(clientId, 'wrong')).toEqual(refused);
    expect(await probe('unknown', clientSecret)).toEqual(refused);
    sandbox.rotateSecret(clientId, 'new-secret');
    expect(await probe(clientId, clientSecret)).toEqual(refused);
    expect(await probe(clientId, 'new-secret')).toMatchObject({ verdict: 'accepted' });
  });

  test('is refused for a pair with a blank at its end: nothing is trimmed here', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    expect(await probe(clientId, `${clientSecret} `)).toMatchObject({ verdict: 'refused' });
  });

  test.each<[TokenAnswer, string, string]>([
    ['invalid_client', 'refused', 'invalid_client'],
    ['invalid_client_secret', 'refused', 'invalid_client'],
    ['client_id_mismatch', 'refused', 'invalid_client'],
    ['app_disabled', 'disabled', 'app_disabled'],
    ['credentials_missing', 'inconclusive', 'unexpected_reply'],
    ['grant_not_supported', 'inconclusive', 'unsupported_grant'],
    ['redirect_mismatch', 'inconclusive', 'redirect_mismatch'],
    ['token_revoked', 'inconclusive', 'unexpected_reply'],
    ['device_pending', 'inconclusive', 'unexpected_reply'],
    ['unknown_words', 'inconclusive', 'unexpected_reply'],
    ['html', 'inconclusive', 'not_json'],
    ['limited', 'inconclusive', 'rate_limited'],
    ['failing', 'inconclusive', 'server_error'],
  ])('of the documented answer %s is %s: %s', async (answer, verdict, reason) => {
    sandbox.answerTokens(answer);
    expect(await probeKnown()).toMatchObject({ verdict, reason });
    sandbox.answerTokens(null);
    expect(await probeKnown()).toMatchObject({ verdict: 'accepted' });
  });

  test('is disabled for a disabled app', async () => {
    const { clientId, clientSecret } = sandbox.addApp({ disabled: true });
    expect(await probe(clientId, clientSecret)).toEqual({ verdict: 'disabled', reason: 'app_disabled' });
  });

  test('is inconclusive for a Server-to-Server app', async () => {
    const { clientId, clientSecret } = sandbox.addApp({ accountId: 'account' });
    const verdict = { verdict: 'inconclusive', reason: 'unsupported_grant' };
    expect(await probe(clientId, clientSecret)).toEqual(verdict);
  });

  test.each([
    ['401 with known words', { status: 401, body: { error: 'invalid_client' } }, 'refused', 'invalid_client'],
    ['a firewall page', { status: 403, html: '<h1>No</h1>' }, 'inconclusive', 'not_json'],
    ['no such page', { status: 404, html: '<h1>404</h1>' }, 'inconclusive', 'not_json'],
    ['a time-out of Zoom', { status: 408, body: {} }, 'inconclusive', 'timeout'],
    ['too many requests', { status: 429, body: { code: 429 } }, 'inconclusive', 'rate_limited'],
    ['an error of Zoom', { status: 500, body: {} }, 'inconclusive', 'server_error'],
    ['a broken gateway', { status: 502, html: '<h1>Bad gateway</h1>' }, 'inconclusive', 'server_error'],
    ['unknown words', { status: 400, body: { error: 'teapot' } }, 'inconclusive', 'unexpected_reply'],
    ['an empty answer', { status: 200 }, 'inconclusive', 'not_json'],
  ])('for %s', async (_what, answer, verdict, reason) => {
    sandbox.answer(answer);
    expect(await probeKnown()).toEqual({ verdict, reason });
  });

  test('is inconclusive while Zoom is down, slow or breaks off, and right again afterwards', async () => {
    sandbox.down();
    expect(await probeKnown()).toEqual({ verdict: 'inconclusive', reason: 'network' });
    sandbox.clearFaults();
    sandbox.cut();
    expect(await probeKnown()).toEqual({ verdict: 'inconclusive', reason: 'network' });
    sandbox.clearFaults();
    sandbox.slow(60_000);
    await zoom.close();
    zoom = build({ timeoutMs: 50 });
    expect(await probeKnown()).toEqual({ verdict: 'inconclusive', reason: 'timeout' });
    sandbox.clearFaults();
    await zoom.close();
    zoom = build();
    expect(await probeKnown()).toMatchObject({ verdict: 'accepted' });
  });

  test('says how long Zoom wants to be left alone', async () => {
    sandbox.answer({ status: 429, body: {}, headers: { 'retry-after': '30' } });
    expect(await probeKnown()).toEqual({
      verdict: 'inconclusive',
      reason: 'rate_limited',
      retryAfterMs: 30_000,
    });
  });
});

describe('the question', () => {
  test('is one POST with Basic, a form, the redirect URL and a new made-up code each time', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    await probe(clientId, clientSecret);
    await probe(clientId, clientSecret);
    expect(sandbox.requests.count()).toBe(2);
    expect(sandbox.requests.last()).toMatchObject({
      method: 'POST',
      path: '/oauth/token',
      query: {},
      userAgent: 'Greenroom/1.2.3',
      notes: {
        client_id: clientId,
        grant_type: 'authorization_code',
        redirect_uri: 'https://api.stackone.com/connect/oauth2/zoom/callback',
        code: '[33 characters]',
      },
    });
  });

  test('is asked once, whatever the answer: failed attempts count against the app', async () => {
    sandbox.answer({ status: 503, body: {} });
    await probeKnown();
    sandbox.clearFaults();
    sandbox.down();
    await probeKnown();
    expect(sandbox.requests.count()).toBe(2);
  });

  test('is not asked while Zoom is down for all', async () => {
    await zoom.close();
    zoom = build({ circuit: { failures: 2, restMs: 60_000 } });
    sandbox.answer({ status: 500, body: {} });
    await probeKnown();
    await probeKnown();
    expect(await probeKnown()).toMatchObject({ verdict: 'inconclusive', reason: 'server_error' });
    expect(sandbox.requests.count()).toBe(2);
  });

  test('takes a token back that Zoom should not have given', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    sandbox.answer({ status: 200, body: { access_token: 'precious' }, path: '/oauth/token' });
    const verdict = await probe(clientId, clientSecret);
    expect(verdict).toEqual({ verdict: 'inconclusive', reason: 'token_issued' });
    expect(sandbox.requests.last()).toMatchObject({
      path: '/oauth/revoke',
      notes: { client_id: clientId, token: '[8 characters]' },
    });
  });

  test('leaves no trace of the pair in the log', async () => {
    await zoom.close();
    zoom = build({ circuit: { failures: 1, restMs: 60_000 } });
    const { clientId, clientSecret } = sandbox.addApp();
    sandbox.answer({ status: 500, body: { echo: clientSecret } });
    await probe(clientId, clientSecret);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(clientSecret);
    expect(JSON.stringify(logged)).not.toContain(clientId);
  });
});

describe('the control with an altered secret', () => {
  test('is refused where the client is looked at first, and accepted where it is not', async () => {
    const { clientId, clientSecret } = sandbox.addApp();
    const altered = alteredSecret(new Secret(clientSecret));
    const control = () => zoom.probeCredentials(clientId, altered, STACKONE_ZOOM_REDIRECT);
    expect(await control()).toMatchObject({ verdict: 'refused' });
    sandbox.checksCodeFirst(true);
    expect(await control()).toMatchObject({ verdict: 'accepted' });
  });
});
