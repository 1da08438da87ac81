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
function commandCalled({ acknowledgementLost = false } = {}): { call: CommandRequest; seen: string[] } {
  const seen: string[] = [];
  const client = new WebClient('xoxb-test', {
    fetch: async () => {
      seen.push('opened');
      return Response.json({ ok: true });
    },
  });
  const support = createBlockSupport(recordedLog().log);
  const answer = commandAnswer(
    async () => {
      seen.push('acknowledged');
      if (acknowledgementLost) throw new Error('not connected');
    },
    async () => void seen.push('replied'),
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

test('a modal opens although its acknowledgement could not be sent: the trigger still works', async () => {
  const { call, seen } = commandCalled({ acknowledgementLost: true });
  await call.open(async () => view);
  expect(seen).toEqual(['acknowledged', 'opened']);
});

test.each<[string, () => Promise<typeof view>]>([
  ['at once', async () => Promise.reject(new Error('the database is down'))],
  [
    'after a while',
    async () => {
      await turn();
      throw new Error('the database is down');
    },
  ],
])(
  'a modal that cannot be drawn (%s) opens not, and the error text is the acknowledgement',
  async (_when, draw) => {
    const { call, seen } = commandCalled();
    await expect(call.open(draw)).rejects.toThrow('the database is down');
    expect(seen).toEqual([]);
    await call.reply({ text: 'The database is down.', blocks: [] });
    expect(seen).toEqual(['acknowledged']);
  },
);
