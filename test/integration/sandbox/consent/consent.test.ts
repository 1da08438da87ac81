import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../../../../sandbox/simulators/start_simulators.ts';
import type { ZoomSandboxApp } from '../../../../sandbox/simulators/zoom/apps.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { createStackOne, type StackOne } from '../../../../src/stackone/stackone.ts';
import { open, type Page } from '../../../harness/consent_pages.ts';

let house: Simulators;
let stackone: StackOne;
let app: ZoomSandboxApp;
let profileId: string;
beforeEach(async () => {
  house = await startSimulators();
  stackone = createStackOne({
    apiUrl: house.stackone.url,
    apiKey: new Secret(house.stackone.apiKey),
    version: '1',
    clock: { now: () => new Date() },
    minIntervalMs: 0,
  });
  app = house.zoom.addApp({ name: 'StackOne Integration' });
  profileId = house.stackone.createProfile({ credentials: app }).id;
});
afterEach(() => Promise.all([stackone.close(), house.stop()]));

async function link(): Promise<{ readonly id: string; readonly url: string }> {
  const outcome = await stackone.createConnectSession({
    profileId,
    type: 'TEST',
    ownerId: 'o',
    ownerName: 'Greenroom <test>',
    label: 'Made by Greenroom',
    expiresInSeconds: 600,
    metadata: {},
  });
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
  return { id: outcome.id, url: outcome.link.reveal() };
}

async function attemptOf(id: string) {
  const outcome = await stackone.readConnectSession(id);
  return outcome.kind === 'session' ? outcome.attempt : outcome;
}

/** Opens the link and goes on to Zoom. */
async function toZoom(): Promise<{ readonly id: string; readonly page: Page }> {
  const { id, url } = await link();
  return { id, page: await (await open(url)).press('Go on to Zoom') };
}

async function signIn(as: string, more: Readonly<Record<string, string>> = {}) {
  const { id, page } = await toZoom();
  return { id, page: await page.press(as, more) };
}

describe('a connect link', () => {
  test('leads through the hub and Zoom to a linked account', async () => {
    const { id, url } = await link();
    const hub = await open(url);
    expect(hub).toMatchObject({ status: 200, title: 'Connect Zoom' });
    expect(hub.text).toContain('For Greenroom <test>');
    expect(hub.text).toContain('A test account');
    expect(await attemptOf(id)).toBeNull();
    const zoom = await hub.press('Go on to Zoom');
    expect(zoom.title).toBe('Sign in');
    expect(await attemptOf(id)).toMatchObject({ status: 'pending' });
    const consent = await zoom.press('Ada');
    expect(consent.title).toBe('StackOne Integration asks for access');
    expect(consent.text).toContain('user:read:user:admin');
    expect((await consent.press('Allow')).title).toBe('Zoom is connected');
    const [account] = house.stackone.accounts();
    expect(await attemptOf(id)).toMatchObject({ status: 'authenticated', accountId: account?.id });
    expect(account).toMatchObject({
      connector_profile_id: profileId,
      type: 'test',
      label: 'Made by Greenroom',
    });
  });

  test('that has expired, is unknown or was made up opens nothing', async () => {
    const { id, url } = await link();
    const hub = await open(url);
    house.stackone.expireConnectSession(id);
    expect(await open(url)).toMatchObject({ status: 410, title: 'This link has expired' });
    expect(await hub.press('Go on to Zoom')).toMatchObject({ status: 410 });
    expect(await open(`${url}x`)).toMatchObject({ status: 404, title: 'This link is not valid' });
    expect(await attemptOf(id)).toBeNull();
  });

  test('whose page is just closed stays pending', async () => {
    const { id } = await signIn('Ada');
    expect(await attemptOf(id)).toMatchObject({ status: 'pending', accountId: null });
  });

  test('that is cancelled in the hub says so', async () => {
    const { id, url } = await link();
    await (await open(url)).press('Cancel');
    expect(await attemptOf(id)).toMatchObject({ status: 'cancelled' });
  });

  test('can be opened again: the newest attempt counts', async () => {
    const { id, url } = await link();
    const first = await (await (await open(url)).press('Go on to Zoom')).press('Ada');
    const second = await (await (await open(url)).press('Go on to Zoom')).press('Ada');
    expect((await first.press('Allow')).status).toBe(400);
    expect((await second.press('Allow')).title).toBe('Zoom is connected');
    expect(await attemptOf(id)).toMatchObject({ status: 'authenticated' });
  });
});

type Fault = readonly [what: string, arrange: () => void, as: string, code: string | null, words: RegExp];

const change = (settings: Parameters<Simulators['zoom']['changeApp']>[1]) => () =>
  house.zoom.changeApp(app.clientId, settings);
const withPair = (pair: () => Partial<ZoomSandboxApp>) => () =>
  house.stackone.setProfileCredentials(profileId, { ...app, ...pair() });

describe('Zoom refuses, and StackOne reports it,', () => {
  const onFirstPage: readonly Fault[] = [
    ['a redirect that is not on the allow list', change({ allowList: [] }), '', '4700', /\(4,700\)/],
    [
      'a redirect that is written differently',
      change({ redirect: 'https://api.stackone.com/Connect' }),
      '',
      '4700',
      /\(4,700\)/,
    ],
    ['a client that it does not know', withPair(() => ({ clientId: 'nobody' })), '', '4702', /\(4,702\)/],
    ['an app that is disabled', () => house.zoom.disableApp(app.clientId), '', '4717', /disabled/],
    [
      'a scope that the app does not have',
      () => house.stackone.setConnectorScopes(['meeting:read:summary:admin']),
      '',
      '4711',
      /Invalid scope: meeting:read:summary:admin/,
    ],
  ];
  test.each(onFirstPage)('%s', async (_what, arrange, _as, code, words) => {
    arrange();
    const { id, page } = await toZoom();
    expect(page).toMatchObject({ status: 400, title: 'This app cannot be authorized' });
    expect(page.text).toMatch(words);
    expect(await attemptOf(id)).toMatchObject({
      status: 'error',
      errorCode: code,
      errorDescription: expect.stringMatching(words),
    });
  });

  const afterSignIn: readonly Fault[] = [
    ['a person who is no admin', () => {}, 'Max', null, /account admin/],
    ['another account before the app is shared', () => {}, 'Olivia', null, /not been shared/],
    [
      'an app whose Local Test is not ready',
      change({ ready: false }),
      'Ada',
      null,
      /not ready for local test/,
    ],
    [
      'an app that is not shared for Beta',
      change({ environment: 'production', ready: false }),
      'Olivia',
      null,
      /not published/,
    ],
  ];
  test.each(afterSignIn)('%s', async (_what, arrange, as, code, words) => {
    arrange();
    const { id, page } = await signIn(as);
    expect(page.text).toMatch(words);
    expect(await attemptOf(id)).toMatchObject({
      status: 'error',
      errorCode: code,
      errorDescription: expect.stringMatching(words),
    });
  });

  test('an app that has to be approved in the account first', async () => {
    const { id, page } = await signIn('Ada', { approval: 'needed' });
    expect(page.text).toMatch(/pre-approval/);
    expect(await attemptOf(id)).toMatchObject({ status: 'error' });
  });

  test('a wrong secret, after the consent', async () => {
    house.stackone.setProfileCredentials(profileId, { ...app, clientSecret: 'wrong' });
    const { id, page } = await signIn('Ada');
    expect((await page.press('Allow')).title).toBe('Not connected');
    expect(await attemptOf(id)).toMatchObject({
      status: 'error',
      errorCode: 'invalid_client',
      errorDescription: 'Invalid client_id or client_secret',
    });
    expect(house.stackone.accounts().some((one) => one.connector_key === 'zoom')).toBe(false);
  });

  test('a person who declines', async () => {
    const { id, page } = await signIn('Ada');
    await page.press('Decline');
    expect(await attemptOf(id)).toMatchObject({ status: 'error', errorCode: 'access_denied' });
  });

  test('everybody while Zoom is away', async () => {
    const { id, page } = await signIn('Ada');
    house.zoom.answer({ status: 503, html: 'away', path: '/oauth/token' });
    expect((await page.press('Allow')).text).toContain('Zoom did not answer');
    expect(await attemptOf(id)).toMatchObject({ status: 'error' });
  });
});

test('an app that anybody may add is consented to by a person who is no admin', async () => {
  house.zoom.changeApp(app.clientId, { management: 'user', environment: 'production' });
  const { id, page } = await signIn('Sam');
  await page.press('Allow');
  expect(await attemptOf(id)).toMatchObject({ status: 'authenticated' });
});

test('how StackOne reports a refusal can be words that nobody knows, or nothing', async () => {
  house.zoom.changeApp(app.clientId, { allowList: [] });
  house.stackone.reportRefusals('unknown_words');
  expect(await attemptOf((await toZoom()).id)).toMatchObject({ status: 'halted', errorCode: 'E_19' });
  house.stackone.reportRefusals('nothing');
  expect(await attemptOf((await toZoom()).id)).toMatchObject({ status: 'pending' });
});

test('who does not read pages gets the refusal as JSON', async () => {
  const asked = 'response_type=code&client_id=nobody&redirect_uri=x&state=s';
  const answer = await fetch(`${house.zoom.url}/oauth/authorize?${asked}`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ status: false, errorCode: 4702, result: null });
});

test('names from outside are shown as text', async () => {
  house.zoom.changeApp(app.clientId, { name: '<script>alert(1)</script>' });
  const { page } = await signIn('Ada');
  expect(page.title).toBe('<script>alert(1)</script> asks for access');
  const raw = await (await fetch((await link()).url)).text();
  expect(raw).toContain('Greenroom &lt;test&gt;');
});

test('the link is in no log of the simulators', async () => {
  const { id, page } = await signIn('Ada');
  await page.press('Allow');
  const token = house.stackone.connectSessions().find((one) => String(one.id) === id)?.token;
  expect(JSON.stringify([house.stackone.requests.all(), house.zoom.requests.all()])).not.toContain(token);
});
