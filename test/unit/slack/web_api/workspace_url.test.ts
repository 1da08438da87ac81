import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { askIdentity } from '../../../../src/slack/web_api/connect_workspace.ts';

/** A client whose `auth.test` is answered with these fields. */
function answering(fields: object): WebClient {
  const body = JSON.stringify({ ok: true, team: 'Acme', team_id: 'T1', user_id: 'UBOT', ...fields });
  return new WebClient('x', { fetch: async () => new Response(body) });
}

test.each([
  ['https://acme.slack.com/', 'https://acme.slack.com/'],
  ['https://acme-gov.slack-gov.com/', 'https://acme-gov.slack-gov.com/'],
  ['http://acme.slack.com/', null],
  ['https://acme.slack.com/archives/', null],
  ['https://acme.slack.com.evil.example/', null],
  ['https://evil.example/?acme.slack.com/', null],
  ['https://acme.slack.com/|<!channel>', null],
  ['', null],
  [undefined, null],
])('auth.test names the workspace at %s', async (url, expected) => {
  expect((await askIdentity(answering({ url }))).url).toBe(expected);
});

test('an organisation has no single address', async () => {
  const url = 'https://acme.enterprise.slack.com/';
  const fields = { url, is_enterprise_install: true, enterprise_id: 'E1' };
  expect((await askIdentity(answering(fields))).url).toBeNull();
});
