import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { createPeople } from '../../../../src/slack/authorize/people.ts';
import type { TokenCheckState } from '../../../../src/slack/authorize/token_check.ts';

const identity = {
  workspaceId: 'T1',
  orgWide: false,
  name: 'Acme',
  botUserId: 'UBOT',
  botId: 'B1',
  grantedScopes: null,
  url: null,
};
const userIds = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `U${1_000 + from + i}`);
const member = () => Response.json({ ok: true, user: { team_id: 'T1' } });
const refused = (error: string) => () => Response.json({ ok: false, error });

/** `users.info` that answers with the functions of `answers` in turn, the last one from then on. */
function statuses(
  answers: readonly (() => Response | Promise<Response>)[],
  kind: TokenCheckState['kind'] = 'known',
) {
  const calls: string[] = [];
  const time = { ms: 0 };
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: async (_url, init) => {
      calls.push(new URLSearchParams(String(init?.body)).get('user') ?? '');
      return (answers[Math.min(calls.length, answers.length) - 1] ?? member)();
    },
  });
  const state: TokenCheckState =
    kind === 'starting'
      ? { kind }
      : kind === 'refused'
        ? { kind, identity, slackError: 'token_revoked' }
        : { kind, identity };
  const people = createPeople({ client, access: () => state, now: () => time.ms });
  const { memberStatusesOf: read, isWorkspaceAdmin: isAdmin } = people;
  return { calls, time, read, isAdmin, one: async (userId = 'U1') => (await read([userId])).get(userId) };
}

describe('member statuses', () => {
  test.each(['starting', 'refused'] as const)('are not read while the token check is %s', async (kind) => {
    const { calls, one } = statuses([member], kind);
    expect(await one()).toBeUndefined();
    expect(calls).toEqual([]);
  });

  test('are read once for many requests at the same time, and kept for five minutes', async () => {
    const { calls, time, read, one } = statuses([member]);
    expect(await Promise.all([one(), one(), read(['U1', 'U1']), one()])).toContain('member');
    time.ms = 299_999;
    expect(await one()).toBe('member');
    expect(calls).toEqual(['U1']);
    time.ms = 300_000;
    await one();
    expect(calls).toEqual(['U1', 'U1']);
  });

  test('come from the call that also says who is an admin, which counts for a minute only', async () => {
    const admin = (is_admin: boolean) => () => Response.json({ ok: true, user: { team_id: 'T1', is_admin } });
    const { calls, time, one, isAdmin } = statuses([admin(true), admin(false)]);
    expect(await Promise.all([one(), isAdmin('U1')])).toEqual(['member', true]);
    time.ms = 59_999;
    expect([await isAdmin('U1'), await one()]).toEqual([true, 'member']);
    expect(calls).toEqual(['U1']);
    time.ms = 60_000;
    expect([await one(), await isAdmin('U1'), await one()]).toEqual(['member', false, 'member']);
    expect(calls).toEqual(['U1', 'U1']);
  });

  test.each<[string, number, () => Response]>([
    [
      'that asks to wait 7 s',
      7_000,
      () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    ],
    [
      'that asks to wait a day',
      600_000,
      () => new Response('', { status: 429, headers: { 'retry-after': '86400' } }),
    ],
    ['that misses the scope', 600_000, refused('missing_scope')],
  ])('after a refusal %s nobody is asked about for %i ms, and then again', async (_what, ms, answer) => {
    const { calls, time, one, isAdmin } = statuses([answer, member]);
    expect(await one()).toBe('unknown');
    time.ms = ms - 1;
    expect([await one(), await one('U2'), await isAdmin('U3')]).toEqual(['unknown', 'unknown', null]);
    expect(calls).toEqual(['U1']);
    time.ms = ms;
    expect([await one(), await one('U2')]).toEqual(['member', 'member']);
  });

  test.each<[string, () => Response]>([
    ['a failure inside Slack', refused('internal_error')],
    ['an error code of tomorrow', refused('something_new')],
    ['a user without a workspace', () => Response.json({ ok: true, user: {} })],
    ['no user', () => Response.json({ ok: true })],
  ])('%s is unknown, and not kept', async (_what, answer) => {
    const { one } = statuses([answer, member]);
    expect([await one(), await one()]).toEqual(['unknown', 'member']);
  });

  test('at most a hundred calls run at the same time; the status of others is unknown, and read later', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { calls, read, one } = statuses([() => released.then(member)]);
    const lists = [0, 50, 100].map((from) => read(userIds(50, from)));
    expect([...((await lists[2]) ?? new Map()).values()]).toEqual(
      Array.from({ length: 50 }, () => 'unknown'),
    );
    release();
    const both = await Promise.all(lists.slice(0, 2));
    expect(both.flatMap((each) => [...each.values()])).toEqual(Array.from({ length: 100 }, () => 'member'));
    expect(calls).toHaveLength(100);
    expect(await one(userIds(1, 140)[0])).toBe('member');
  });
});
