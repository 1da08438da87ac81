import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createPeople } from '../../../../src/slack/authorize/people.ts';

const identity = {
  workspaceId: 'T1',
  orgWide: false,
  name: 'Acme',
  botUserId: 'UBOT',
  botId: 'B1',
  grantedScopes: null,
  url: null,
};

function admins(answer: object, orgWide = false) {
  const time = { ms: 0 };
  const calls = { count: 0 };
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: async () => {
      calls.count += 1;
      return Response.json(answer);
    },
  });
  const access = () => ({ kind: 'known', identity: { ...identity, orgWide } }) as const;
  const { isWorkspaceAdmin: isAdmin } = createPeople({ client, access, now: () => time.ms });
  return { isAdmin, calls, time };
}

const user = (roles: object) => ({ ok: true, user: { id: 'U1', team_id: 'T1', ...roles } });

test.each([
  ['an admin', user({ is_admin: true, is_owner: false }), false, true],
  ['an owner', user({ is_admin: false, is_owner: true }), false, true],
  ['the primary owner', user({ is_primary_owner: true }), false, true],
  ['a member', user({ is_admin: false, is_owner: false }), false, false],
  ['an admin whose account is deactivated', user({ deleted: true, is_admin: true }), false, false],
  [
    'an admin of the organisation',
    user({ is_admin: false, enterprise_user: { is_admin: true } }),
    true,
    true,
  ],
  [
    'an admin of one workspace of an organisation',
    user({ is_admin: true, enterprise_user: { is_admin: false, is_owner: false } }),
    true,
    false,
  ],
  ['whom Slack says nothing about', user({}), false, null],
  ['whose answer cannot be read', { ok: true, user: 'none' }, false, null],
  ['where users:read was not granted', { ok: false, error: 'missing_scope' }, false, null],
] as const)('%s is known as such', async (_who, answer, orgWide, known) => {
  expect(await admins(answer, orgWide).isAdmin('U1')).toBe(known);
});

test('what Slack said is kept for a minute, what it did not say is asked again', async () => {
  const { isAdmin, calls, time } = admins(user({ is_admin: true }));
  await isAdmin('U1');
  time.ms = 59_999;
  await isAdmin('U1');
  expect(calls.count).toBe(1);
  time.ms = 60_000;
  await isAdmin('U1');
  expect(calls.count).toBe(2);
  const silent = admins({ ok: false, error: 'internal_error' });
  await silent.isAdmin('U1');
  await silent.isAdmin('U1');
  expect(silent.calls.count).toBe(2);
});

test('nobody is asked about before the token is known', async () => {
  const { calls } = admins(user({ is_admin: true }));
  const { isWorkspaceAdmin: isAdmin } = createPeople({
    client: new WebClient('xoxb-test'),
    access: () => ({ kind: 'starting' }),
  });
  expect(await isAdmin('U1')).toBeNull();
  expect(calls.count).toBe(0);
});
