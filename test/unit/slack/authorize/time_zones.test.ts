import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPeople } from '../../../../src/slack/authorize/people.ts';

const identity = {
  ...{ workspaceId: 'T1', name: 'Acme', botUserId: 'UBOT', orgWide: false, url: null },
  ...{ botId: null, grantedScopes: null },
};

function asking(user: unknown, ok = true) {
  const calls: string[] = [];
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: async (_url, init) => {
      calls.push(new URLSearchParams(String(init?.body)).get('user') ?? '');
      return Response.json(ok ? { ok, user } : { ok, error: 'missing_scope' });
    },
  });
  const people = createPeople({ client, access: () => ({ kind: 'known', identity }), now: () => 0 });
  return { calls, people };
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

  test('are left out where Slack says anything that is no time zone', async () => {
    const names = fc.oneof(fc.string(), fc.constantFrom('Mars/Olympus', '', null, 7, {}), fc.anything());
    await fc.assert(
      fc.asyncProperty(names, async (tz) => {
        const said = JSON.parse(JSON.stringify({ team_id: 'T1', tz }) ?? '{}');
        for (const zone of (await asking(said).people.timeZonesOf(['U1'])).values())
          expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      }),
    );
  });
});
