import { describe, expect, test } from 'vitest';
import type { RegisteredApp } from '../../../../sandbox/simulators/zoom/apps.ts';
import {
  type ConsentRequest,
  refusalOfRequest,
  refusalOfSigner,
} from '../../../../sandbox/simulators/zoom/consent/refusals.ts';
import { type Signer, signers } from '../../../../sandbox/simulators/zoom/consent/signers.ts';
import { type KnownFacts, type LikelyCause, likelyCause } from '../../../../src/core/proof/likely_cause.ts';

const facts: KnownFacts = {
  managementType: 'user',
  redirect: 'passed',
  credentials: 'passed',
  testStatus: 'passed',
  otherClientIds: [],
};
const attempt = (code: string | null, description: string | null, status = 'error') => ({
  status,
  code,
  description,
});
const causeOf = (code: string | null, description: string | null, known: Partial<KnownFacts> = {}) =>
  likelyCause(attempt(code, description), { ...facts, ...known })?.cause ?? null;

describe('what most likely stopped a consent', () => {
  test.each<[code: string | null, description: string | null, cause: LikelyCause | null]>([
    ['4700', 'Invalid redirect: https://api.stackone.com/connect (4,700)', 'redirect_not_allowed'],
    ['invalid_request', 'Invalid redirect_uri', 'redirect_not_allowed'],
    [null, 'Redirect URI mismatch (4,709)', 'redirect_not_allowed'],
    ['4700', null, 'redirect_not_allowed'],
    ['invalid_client', 'Invalid client_id or client_secret', 'wrong_client'],
    ['invalid_client', null, 'wrong_client'],
    ['INVALID_CLIENT', '', 'wrong_client'],
    ['4702', 'Invalid client_id: abc (4,702)', 'wrong_client'],
    ['4704', null, 'wrong_client'],
    ['4704', 'Client ID does not match the authorization code', 'other_environment'],
    ['unauthorized_client', 'Public client must send code_challenge', 'public_client'],
    ['4717', 'The app has been disabled by the developer', 'app_disabled'],
    ['4738', 'App disabled by the account admin', 'needs_approval'],
    [null, 'This app requires pre-approval', 'needs_approval'],
    [null, 'The app has not been approved by your admin', 'needs_approval'],
    [null, 'You need an account admin to authorize this app', 'not_zoom_admin'],
    [null, 'You do not have the permission to authorize', 'not_zoom_admin'],
    [null, 'The app is not yet ready for local test', 'not_ready'],
    [null, 'You cannot add the app: it is not ready', 'not_ready'],
    [null, 'You cannot authorize the app: it has not been published', 'not_shared'],
    [null, 'This application is not shared with your account', 'not_shared'],
    ['invalid_scope', null, 'scope_missing'],
    ['4700', 'Invalid access token, does not contain scopes:[meeting:read:meeting]', 'scope_missing'],
    ['4711', null, 'scope_missing'],
    [null, 'scope user:read:user:admin is not valid', 'scope_missing'],
    ['access_denied', 'The user denied the request', 'consent_declined'],
    ['access_denied', 'User declined', 'consent_declined'],
    ['access_denied', null, 'consent_declined'],
    ['invalid_grant', 'Invalid authorization code', 'took_too_long'],
    ['4733', 'code expired', 'took_too_long'],
    ['session_expired', 'Your session has expired', 'took_too_long'],
    ['4747', 'A word of next year', null],
    [null, null, null],
    ['', '', null],
    ['server_error', '\ud800 half a character', null],
  ])('%s, %s: %s', (code, description, cause) => {
    expect(causeOf(code, description)).toBe(cause);
  });

  test('a plain "access denied" of an admin-managed app is most likely somebody who is no admin', () => {
    expect(causeOf('access_denied', null, { managementType: 'admin' })).toBe('not_zoom_admin');
    expect(causeOf('access_denied', 'User declined', { managementType: 'admin' })).toBe('consent_declined');
  });

  test("the other environment's client ID in Zoom's words is recognised", () => {
    const words = 'Invalid client_id: AbC_other (4,702)';
    expect(causeOf('4702', words, { otherClientIds: ['AbC_other'] })).toBe('other_environment');
  });

  test('a cancelled attempt without words was declined; one with words says what they say', () => {
    expect(likelyCause(attempt(null, null, 'cancelled'), facts)?.cause).toBe('consent_declined');
    expect(likelyCause(attempt('4700', 'Invalid redirect', 'cancelled'), facts)?.cause).toBe(
      'redirect_not_allowed',
    );
  });

  test("without words that are known, an open check of Greenroom's is named, and said to be that", () => {
    const unknown = attempt('4747', 'A word of next year');
    expect(likelyCause(unknown, { ...facts, redirect: 'pending' })).toEqual({
      cause: 'redirect_not_allowed',
      basis: 'checks',
    });
    expect(likelyCause(unknown, { ...facts, credentials: 'failed' })).toEqual({
      cause: 'wrong_client',
      basis: 'checks',
    });
    expect(likelyCause(unknown, { ...facts, testStatus: 'pending' })).toEqual({
      cause: 'not_ready',
      basis: 'checks',
    });
    expect(likelyCause(attempt('invalid_client', null), { ...facts, redirect: 'pending' })?.basis).toBe(
      'words',
    );
  });

  test('a text of any length is read in bounded time', () => {
    expect(causeOf(null, 'scope '.repeat(1_000_000))).toBeNull();
    expect(causeOf(null, 'app '.repeat(1_000_000))).toBeNull();
  });
});

describe('what the page of the simulated Zoom says when it goes no further', () => {
  const redirectUri = 'https://api.stackone.com/connect/oauth2/zoom/callback';
  const app: RegisteredApp = {
    ...{ clientId: 'c1', accountId: undefined, secrets: [], disabled: false, name: 'App', ready: true },
    ...{ management: 'admin', environment: 'development', scopes: [], redirect: redirectUri },
    allowList: [redirectUri],
  };
  const asked: ConsentRequest = { clientId: 'c1', redirectUri, state: 's', responseType: 'code', scopes: [] };
  const signer = (id: string): Signer => {
    const found = signers.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody is called ${id}`);
    return found;
  };

  test.each([
    ['an unknown client ID', refusalOfRequest(asked, undefined), 'wrong_client'],
    [
      'another redirect URL',
      refusalOfRequest(asked, { ...app, redirect: 'https://x' }),
      'redirect_not_allowed',
    ],
    ['an allow list without it', refusalOfRequest(asked, { ...app, allowList: [] }), 'redirect_not_allowed'],
    ['a disabled app', refusalOfRequest(asked, { ...app, disabled: true }), 'app_disabled'],
    ['a foreign scope', refusalOfRequest({ ...asked, scopes: ['user:write:user'] }, app), 'scope_missing'],
    [
      'an app that is not ready for its test',
      refusalOfSigner(signer('admin'), false, { ...app, ready: false }),
      'not_ready',
    ],
    ['another account', refusalOfSigner(signer('other_admin'), false, app), 'not_shared'],
    [
      'an app that is not shared',
      refusalOfSigner(signer('admin'), false, { ...app, environment: 'production', ready: false }),
      'not_shared',
    ],
    ['somebody who is no admin', refusalOfSigner(signer('member'), false, app), 'not_zoom_admin'],
    ['an account that demands approval', refusalOfSigner(signer('admin'), true, app), 'needs_approval'],
  ])('%s is recognised', (_what, refusal, cause) => {
    expect(refusal).toBeDefined();
    expect(causeOf(refusal?.code ?? null, refusal?.words ?? null)).toBe(cause);
    // Without the number, too: it may not reach StackOne.
    expect(causeOf(null, refusal?.words ?? null)).toBe(cause);
  });
});
