import { describe, expect, test } from 'vitest';
import { channelEventIn } from '../../../../src/slack/authorize/channel_events.ts';
import type { TokenCheckState } from '../../../../src/slack/authorize/token_check.ts';
import type { ChannelClosed, ChannelJoined } from '../../../../src/slack/requests/requests.ts';

const identity = {
  ...{ workspaceId: 'T1', name: 'Acme', botUserId: 'UBOT', orgWide: false, url: null },
  ...{ botId: null, grantedScopes: null },
};
const known: TokenCheckState = { kind: 'known', identity };
const here = { isEnterpriseInstall: false, workspaceId: 'T1', isInstalledHere: true };
const joined = { type: 'member_joined_channel', user: 'UBOT', channel: 'C1', inviter: 'UANA' };
const left = { type: 'channel_left', channel: 'C1' };

/** What was handled; null: another request. */
async function handled(event: unknown, context = {}, state = known) {
  const done: (ChannelJoined | ChannelClosed)[] = [];
  const note = async (one: ChannelJoined | ChannelClosed) => void done.push(one);
  const handle = channelEventIn({ event, context: { ...here, ...context } }, state);
  await handle?.({ channelJoined: note, channelClosed: note });
  return handle === null ? null : done;
}

describe('an event about a channel', () => {
  const place = { workspaceId: 'T1', channelId: 'C1' };

  test.each([
    ['says that Greenroom was added', joined, { invitedBy: 'UANA' }],
    ['says so without naming who did it', { ...joined, inviter: '' }, { invitedBy: null }],
    ['says that it was removed', left, { why: 'not_in_channel' }],
    ['says that a private one was archived', { ...left, type: 'group_archive' }, { why: 'is_archived' }],
    ['says that one was deleted', { ...left, type: 'channel_deleted' }, { why: 'channel_not_found' }],
  ])('%s', async (_what, event, said) => {
    expect(await handled(event)).toEqual([{ ...place, ...said }]);
  });

  test.each([
    ['is about somebody else who joined', { ...joined, user: 'UANA' }, {}, known],
    ['is of another installation', joined, { isInstalledHere: false }, known],
    ['says that a channel of another installation was closed', left, { isInstalledHere: false }, known],
    ['comes before Slack has said who we are', left, {}, { kind: 'starting' } as const],
    ['says once more that a channel was closed, which may be open by now', left, { retryNum: 1 }, known],
  ])('changes nothing when it %s', async (_what, event, context, state) => {
    expect(await handled(event, context, state)).toEqual([]);
  });

  test('counts when Slack says once more that Greenroom was added', async () => {
    expect(await handled(joined, { retryNum: 2 })).toHaveLength(1);
  });

  test.each([{ type: 'app_home_opened', user: 'UANA' }, { type: 'message', channel: 'C1' }, undefined])(
    'is not what %o is',
    async (event) => {
      expect(await handled(event)).toBeNull();
    },
  );
});
