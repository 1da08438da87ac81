import { setImmediate as turn } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { afterEach, expect, test, vi } from 'vitest';
import { commandRequest } from '../../../../src/slack/dispatch/dispatch_command.ts';
import type { CommandRequest } from '../../../../src/slack/requests/requests.ts';
import { createBlockSupport } from '../../../../src/slack/responses/block_support.ts';
import { commandAnswer } from '../../../../src/slack/responses/command_response.ts';
import { viewRequests } from '../../../../src/slack/responses/view_requests.ts';
import { recordedLog } from '../../../harness/log.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A command, and the names of what happened to it, in order. */
function commandCalled(): { call: CommandRequest; seen: string[] } {
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
  const person = { workspaceId: 'T1', userId: 'UANA' };
  return { call: commandRequest(person, payload, viewRequests(client, support), answer), seen };
}

const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Register' }, blocks: [] };

test('a command is acknowledged when its modal is drawn, and the modal opens at once', async () => {
  const { call, seen } = commandCalled();
  await call.open(async () => {
    seen.push('drawn');
    return view;
  });
  expect(seen).toEqual(['drawn', 'acknowledged', 'opened']);
});

test('a modal that takes long to draw keeps Slack waiting for two seconds at most, and opens after all', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { call, seen } = commandCalled();
  let drawn = () => {};
  const drawing = new Promise<void>((resolve) => {
    drawn = resolve;
  });
  const opened = call.open(() => drawing.then(() => view));
  await vi.advanceTimersByTimeAsync(1_999);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await turn();
  expect(seen).toEqual(['acknowledged']);
  drawn();
  vi.useRealTimers();
  await opened;
  expect(seen).toEqual(['acknowledged', 'opened']);
});
