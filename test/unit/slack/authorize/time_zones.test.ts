import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPeople } from '../../../../src/slack/authorize/people.ts';

const identity = {
  ...{ workspaceId: 'T1', name: 'Acme', botUserId: 'UBOT', orgWide: false, url: null },
  botId: null,
};

function asking(user: unknown, ok = true, grantedScopes: readonly string[] | null = null) {
  const calls: string[] = [];
  const slack = { ok, nowMs: 0, limited: false };
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: async (_url, init) => {
      calls.push(new URLSearchParams(String(init?.body)).get('user') ?? '');
      if (slack.limited) return new Response('', { status: 429, headers: { 'retry-after': '30' } });
      return Response.json(slack.ok ? { ok: true, user } : { ok: false, error: 'missing_scope' });
    },
  });
  const access = () => ({ kind: 'known', identity: { ...identity, grantedScopes } }) as const;
  const people = createPeople({ client, access, now: () => slack.nowMs });
  return { calls, people, slack };
}

describe('the time zones of people', () => {
  test('are read with their member status, in one call for both', async () => {
    const { calls, people } = asking({ team_id: 'T1', tz: 'Asia/Kathmandu' });
    expect(await people.timeZonesOf(['U1', 'UBOT', 'nobody'])).toEqual(new Map([['U1', 'Asia/Kathmandu']]));
    expect(await people.memberStatusesOf(['U1'])).toEqual(new Map([['U1', 'member']]));
    expect(calls).toEqual(['U1']);
  });

  test('are left out where Slack may not be asked', async () => {
    const { people } = asking(null, false);
    expect(await people.timeZonesOf(['U1', 'U2'])).toEqual(new Map());
  });

  test('are not known yet while Slack limits the rate, but for those that it has said', async () => {
    const { calls, people, slack } = asking({ team_id: 'T1', tz: 'Asia/Kathmandu' });
    await people.timeZonesOf(['U1']);
    slack.limited = true;
    const known = ['U1', 'Asia/Kathmandu'] as const;
    expect(await people.timeZonesOf(['U1', 'U2'])).toEqual(new Map([known, ['U2', null]]));
    slack.limited = false;
    slack.nowMs = 29_000;
    expect(await people.timeZonesOf(['U1', 'U2', 'U3'])).toEqual(
      new Map([known, ['U2', null], ['U3', null]]),
    );
    slack.nowMs = 30_000;
    expect(await people.timeZonesOf(['U2'])).toEqual(new Map([['U2', 'Asia/Kathmandu']]));
    expect(calls).toEqual(['U1', 'U2', 'U2']);
  });

  test('are those that Slack said last, while it does not answer', async () => {
    const { people, slack } = asking({ team_id: 'T1', tz: 'Asia/Kathmandu' });
    await people.timeZonesOf(['U1']);
    slack.ok = false;
    slack.nowMs = 60 * 60_000;
    expect(await people.timeZonesOf(['U1', 'U2'])).toEqual(new Map([['U1', 'Asia/Kathmandu']]));
    expect(await people.memberStatusesOf(['U1'])).toEqual(new Map([['U1', 'unknown']]));
  });

  test.each([
    ['lacks the scope', ['commands', 'chat:write'], 0],
    ['has it', ['commands', 'users:read'], 1],
    ['has scopes that Slack did not name', null, 1],
  ] as const)('cost no call of a token that lacks the scope: it %s', async (_what, scopes, many) => {
    const { calls, people } = asking({ team_id: 'T1', tz: 'Asia/Kathmandu' }, true, scopes);
    expect(await people.timeZonesOf(['U1'])).toEqual(new Map(many === 0 ? [] : [['U1', 'Asia/Kathmandu']]));
    expect(await people.isWorkspaceAdmin('U1')).toBe(null);
    expect(await people.memberStatusesOf(['U1'])).toEqual(
      new Map([['U1', many === 0 ? 'unknown' : 'member']]),
    );
    expect(calls).toHaveLength(many);
  });

  test('are left out where Slack says anything that is no time zone', async () => {
    const names = fc.oneof(fc.string(), fc.constantFrom('Mars/Olympus', '', null, 7, {}), fc.anything());
    await fc.assert(
      fc.asyncProperty(names, async (tz) => {
        const said = JSON.parse(JSON.stringify({ team_id: 'T1', tz }) ?? '{}');
        for (const zone of (await asking(said).people.timeZonesOf(['U1'])).values())
          expect(() => new Intl.DateTimeFormat('en', { timeZone: zone ?? 'unknown' })).not.toThrow();
      }),
    );
  });
});
