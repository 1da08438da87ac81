import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { commandCall } from '../../../../src/slack/dispatch/dispatch_command.ts';
import { createBlockSupport } from '../../../../src/slack/responses/block_support.ts';
import { commandAnswer } from '../../../../src/slack/responses/command_response.ts';
import { viewCalls } from '../../../../src/slack/responses/view_requests.ts';
import { recordedLog } from '../../../harness/log.ts';

test('a modal is drawn and opened at once, after its command is acknowledged', async () => {
  const seen: string[] = [];
  const client = new WebClient('xoxb-test', {
    fetch: async () => {
      seen.push('opened');
      return Response.json({ ok: true });
    },
  });
  const support = createBlockSupport(recordedLog().log);
  const answer = commandAnswer(
    async () => void seen.push('acknowledged'),
    async () => {},
    support,
  );
  const channel = { id: 'C1', isChannel: true };
  const payload = { command: '/zoom-app', text: '', userId: 'UANA', channel, triggerId: '1.2.3' };
  const call = commandCall(
    { workspaceId: 'T1', userId: 'UANA' },
    payload,
    viewCalls(client, support),
    answer,
  );
  await call.open(() => {
    seen.push('drawn');
    return { type: 'modal', title: { type: 'plain_text', text: 'Register' }, blocks: [] };
  });
  expect(seen).toEqual(['acknowledged', 'drawn', 'opened']);
});
