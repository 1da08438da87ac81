import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { createUserGroups } from '../../../../src/slack/web_api/user_groups.ts';

function asking(answer: object, isGranted: boolean | null = true) {
  const time = { ms: 0 };
  const calls: string[] = [];
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: async (url) => {
      calls.push(String(url).split('/').at(-1) ?? '');
      return Response.json(answer);
    },
  });
  const groups = createUserGroups({ client, isGranted: () => isGranted, now: () => time.ms });
  return { ...groups, calls, time };
}

const usergroups = [
  { id: 'S1', handle: 'zoom-team', name: 'Zoom team', date_delete: 0 },
  { id: 'S2', handle: 'gone', name: 'Gone', date_delete: 1_700_000_000 },
  { id: 7 },
];

describe('the user groups of Slack', () => {
  test('are those in use, and asked for once a minute', async () => {
    const { list, calls, time } = asking({ ok: true, usergroups });
    expect(await list()).toMatchObject({ kind: 'groups', groups: [{ id: 'S1', handle: 'zoom-team' }] });
    time.ms = 59_999;
    await list();
    expect(calls).toHaveLength(1);
    time.ms = 60_000;
    await list();
    expect(calls).toEqual(['usergroups.list', 'usergroups.list']);
  });

  test('cost no call where the token lacks the scope', async () => {
    const { list, members, calls } = asking({ ok: true, usergroups }, false);
    expect([await list(), await members('S1')]).toEqual([{ kind: 'not_granted' }, { kind: 'not_granted' }]);
    expect(calls).toEqual([]);
  });

  test('are asked for once in ten minutes where only the refusal says that the scope is missing', async () => {
    const { list, calls, time } = asking({ ok: false, error: 'missing_scope' }, null);
    expect(await list()).toEqual({ kind: 'not_granted' });
    time.ms = 10 * 60_000 - 1;
    await list();
    expect(calls).toHaveLength(1);
    time.ms += 1;
    await list();
    expect(calls).toHaveLength(2);
  });

  test('have the members that are people', async () => {
    const { members } = asking({ ok: true, users: ['U1', 'W2', '<!channel>', ''] });
    expect(await members('S1')).toEqual({ kind: 'members', userIds: ['U1', 'W2'] });
  });

  test('keep the code of a refusal', async () => {
    expect(await asking({ ok: false, error: 'no_such_subteam' }).members('S9')).toEqual({
      kind: 'refused',
      code: 'no_such_subteam',
    });
  });
});
