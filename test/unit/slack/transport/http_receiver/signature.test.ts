import { expect, test } from 'vitest';
import { isSigned } from '../../../../../src/slack/transport/http_receiver/signature.ts';

// The worked example of docs: Verifying requests from Slack.
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const timestamp = '1531420618';
const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const body = Buffer.from(
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
);

test('Slack’s own example is signed', () => {
  expect(isSigned({ timestamp, signature }, body, secret)).toBe(true);
});

test.each([
  ['another secret', { timestamp, signature }, body, `${secret}x`],
  ['another time', { timestamp: '1531420619', signature }, body, secret],
  ['one byte more', { timestamp, signature }, Buffer.concat([body, Buffer.from(' ')]), secret],
  ['one byte less', { timestamp, signature }, body.subarray(1), secret],
  ['no body', { timestamp, signature }, Buffer.alloc(0), secret],
  ['half a signature', { timestamp, signature: signature.slice(0, 35) }, body, secret],
  ['no signature', { timestamp, signature: '' }, body, secret],
  ['a signature of another version', { timestamp, signature: signature.replace('v0', 'v1') }, body, secret],
  ['a signature without its version', { timestamp, signature: signature.slice(3) }, body, secret],
])('with %s it is not', (_what, given, bytes, key) => {
  expect(isSigned(given, bytes, key)).toBe(false);
});
