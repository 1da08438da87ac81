import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../src/http_client/http_outcome.ts';
import { classifyProbe } from '../../../src/zoom/classify_probe.ts';
import type { ProbeVerdict } from '../../../src/zoom/probe_verdict.ts';

const accepted: ProbeVerdict = { verdict: 'accepted', reason: 'code_refused' };
const refused: ProbeVerdict = { verdict: 'refused', reason: 'invalid_client' };
const disabled: ProbeVerdict = { verdict: 'disabled', reason: 'app_disabled' };
const inconclusive = (reason: string) => ({ verdict: 'inconclusive', reason });

const reply = (status: number, json: unknown): HttpOutcome => ({
  kind: 'reply',
  status,
  headers: {},
  json,
  text: '',
});

const WRONG_PAIR = 'Invalid client_id or client_secret';
const DISABLED = 'The app has been disabled by the developer';
const BAD_CODE = 'Invalid authorization code';

test.each<[string, number, unknown, object]>([
  ['a wrong pair', 400, { error: 'invalid_client', reason: WRONG_PAIR }, refused],
  ['a wrong pair, as in the documents', 401, { error: 'invalid_client', reason: WRONG_PAIR }, refused],
  ['a wrong pair without a reason', 400, { error: 'invalid_client' }, refused],
  ['a wrong pair in capitals', 400, { error: 'INVALID_CLIENT', reason: WRONG_PAIR.toUpperCase() }, refused],
  ['a disabled app', 400, { error: 'invalid_client', reason: DISABLED }, disabled],
  ['a disabled app with 401', 401, { error: 'invalid_client', reason: DISABLED.toUpperCase() }, disabled],
  [
    'another trouble with the client',
    400,
    { error: 'invalid_client', reason: 'Moon phase' },
    inconclusive('unexpected_reply'),
  ],
  ['4702, as documented', 400, { error: 'invalid_client', reason: 'Invalid client.' }, refused],
  ['4704, as documented', 400, { error: 'invalid_client', reason: 'Invalid client secret.' }, refused],
  ['4704 with 401', 401, { error: 'Invalid_Client', reason: ' INVALID CLIENT SECRET ' }, refused],
  [
    '4704 of another app',
    400,
    { error: 'invalid_client', reason: 'Client ID does not match authenticated client.' },
    refused,
  ],
  ['4717, as documented', 400, { error: 'invalid_client', reason: 'The app has been disabled' }, disabled],
  [
    '4738, as documented',
    401,
    { error: 'invalid_client', reason: 'The app has been disabled by the account admin.' },
    disabled,
  ],
  ['words of the standard', 400, { error: 'invalid_client', error_description: DISABLED }, disabled],
  [
    '4706: something on the way took the header',
    400,
    { error: 'invalid_client', reason: 'Client ID or client secret is missing.' },
    inconclusive('unexpected_reply'),
  ],
  [
    '4705, as documented',
    400,
    { error: 'invalid_request', reason: 'Grant type is not supported from token endpoint.' },
    inconclusive('unsupported_grant'),
  ],
  ['4733', 400, { error: 'invalid_grant', reason: 'Code is expired.' }, inconclusive('unexpected_reply')],
  [
    '4741',
    400,
    { error: 'invalid_grant', reason: 'The token has been revoked.' },
    inconclusive('unexpected_reply'),
  ],
  [
    'the words of a wrong pair under another error',
    400,
    { error: 'access_denied', reason: WRONG_PAIR },
    inconclusive('unexpected_reply'),
  ],
  ...['authorization_pending', 'slow_down', 'expired_token', 'access_denied'].map(
    (error): [string, number, unknown, object] => [
      `device word ${error}`,
      400,
      { error, reason: error },
      inconclusive('unexpected_reply'),
    ],
  ),
  ['a refused code', 400, { error: 'invalid_grant', reason: BAD_CODE }, accepted],
  ['a refused code with 401', 401, { error: 'invalid_grant', reason: BAD_CODE }, accepted],
  ['a refused code in capitals', 400, { error: 'Invalid_Grant', reason: BAD_CODE.toUpperCase() }, accepted],
  ['a refused code as in 2022', 400, { error: 'invalid_grant', reason: `${BAD_CODE}: aB_c` }, accepted],
  ['a refused code as in 2020', 400, { error: 'invalid_request', reason: `${BAD_CODE} aB_c` }, accepted],
  [
    'a bad refresh token',
    400,
    { error: 'invalid_grant', reason: 'Invalid Token!' },
    inconclusive('unexpected_reply'),
  ],
  [
    'a bad account',
    400,
    { error: 'invalid_request', reason: 'Bad Request' },
    inconclusive('unexpected_reply'),
  ],
  ['a grant error without a reason', 400, { error: 'invalid_grant' }, inconclusive('unexpected_reply')],
  [
    'a redirect that does not match',
    400,
    { error: 'invalid_request', reason: 'Redirect URI mismatch.' },
    inconclusive('redirect_mismatch'),
  ],
  [
    'a redirect named by a grant error',
    400,
    { error: 'invalid_grant', reason: 'Invalid redirect: x' },
    inconclusive('redirect_mismatch'),
  ],
  [
    'another kind of app',
    400,
    { error: 'unsupported_grant_type', reason: 'unsupported grant type' },
    inconclusive('unsupported_grant'),
  ],
  ['words of device polling', 400, { error: 'authorization_pending' }, inconclusive('unexpected_reply')],
  ['unknown words', 400, { error: 'teapot', reason: BAD_CODE }, inconclusive('unexpected_reply')],
  ['numbers instead of words', 400, { error: 4702, reason: 4734 }, inconclusive('unexpected_reply')],
  ['an empty object', 400, {}, inconclusive('unexpected_reply')],
  ['a list', 400, [], inconclusive('unexpected_reply')],
  ['a page instead of JSON', 400, null, inconclusive('not_json')],
  ['a firewall page', 403, null, inconclusive('not_json')],
  ['a redirect elsewhere', 302, null, inconclusive('not_json')],
  [
    'known words under a status never seen with them',
    403,
    { error: 'invalid_client', reason: WRONG_PAIR },
    inconclusive('unexpected_reply'),
  ],
  [
    'known words under 404',
    404,
    { error: 'invalid_grant', reason: BAD_CODE },
    inconclusive('unexpected_reply'),
  ],
  [
    'known words under 200',
    200,
    { error: 'invalid_grant', reason: BAD_CODE },
    inconclusive('unexpected_reply'),
  ],
  ['a time-out of Zoom', 408, { error: 'invalid_client' }, inconclusive('timeout')],
  ['too many requests', 429, { error: 'invalid_client', reason: WRONG_PAIR }, inconclusive('rate_limited')],
  ['an outage', 500, { error: 'invalid_client', reason: WRONG_PAIR }, inconclusive('server_error')],
  ['a broken gateway', 502, null, inconclusive('server_error')],
  ['a token', 200, { access_token: 't', token_type: 'bearer' }, inconclusive('token_issued')],
])('%s (%i)', (_what, status, json, verdict) => {
  expect(classifyProbe(reply(status, json))).toEqual(verdict);
});

test.each<[HttpOutcome, object]>([
  [{ kind: 'unreachable', why: 'timeout' }, inconclusive('timeout')],
  [{ kind: 'unreachable', why: 'network' }, inconclusive('network')],
  [{ kind: 'unreachable', why: 'too_large' }, inconclusive('unexpected_reply')],
  [
    { kind: 'unreachable', why: 'circuit_open', because: 'server_error', retryAfterMs: 9 },
    { ...inconclusive('server_error'), retryAfterMs: 9 },
  ],
])('no answer: %j', (outcome, verdict) => {
  expect(classifyProbe(outcome)).toEqual(verdict);
});

test('hands on how long Zoom wants to be left alone', () => {
  const limited = { ...reply(429, null), retryAfterMs: 7_000 };
  expect(classifyProbe(limited)).toEqual({ ...inconclusive('rate_limited'), retryAfterMs: 7_000 });
});
