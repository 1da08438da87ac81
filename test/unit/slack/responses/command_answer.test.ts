import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandAnswer } from '../../../../src/slack/responses/command_response.ts';
import type { ReplyMessage } from '../../../../src/slack/responses/reply.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What Slack sees of one command, in order. */
function command(fails = false) {
  const seen: string[] = [];
  const said = (message: unknown) =>
    typeof message === 'object' && message !== null && 'text' in message ? String(message.text) : 'nothing';
  const answer = commandAnswer(
    async (message) => {
      seen.push(`acknowledged with ${said(message)}`);
      if (fails) throw new Error('the line was cut');
    },
    async (message) => void seen.push(`told ${said(message)}`),
    { settled: (message) => message },
  );
  return { seen, answer, message: (text: string): ReplyMessage => ({ text }) };
}

describe('the acknowledgement of a command', () => {
  test('is the message, when that is there before anything was waited for', async () => {
    const { seen, answer, message } = command();
    await answer.send(message('one'));
    await answer.acknowledgeUnlessHeld();
    await answer.acknowledge();
    await answer.send(message('two'));
    expect(seen).toEqual(['acknowledged with one', 'told two']);
  });

  test('is empty and at once, when the listener has not held it', async () => {
    const { seen, answer, message } = command();
    await answer.acknowledgeUnlessHeld();
    await answer.send(message('one'));
    await answer.acknowledge();
    expect(seen).toEqual(['acknowledged with nothing', 'told one']);
  });

  test('waits for the message, when it is held', async () => {
    const { seen, answer, message } = command();
    answer.hold();
    await answer.acknowledgeUnlessHeld();
    await vi.advanceTimersByTimeAsync(1_900);
    await answer.send(message('one'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual(['acknowledged with one']);
  });

  test('does not wait longer than Slack would', async () => {
    const { seen, answer, message } = command();
    answer.hold();
    await answer.acknowledgeUnlessHeld();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(seen).toEqual(['acknowledged with nothing']);
    await answer.send(message('late'));
    expect(seen).toEqual(['acknowledged with nothing', 'told late']);
  });

  test('holding it is too late after it has gone out', async () => {
    const { seen, answer, message } = command();
    await answer.acknowledgeUnlessHeld();
    answer.hold();
    await answer.send(message('one'));
    expect(seen).toEqual(['acknowledged with nothing', 'told one']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('goes out empty at the end, when nothing was said after all', async () => {
    const { seen, answer } = command();
    answer.hold();
    await answer.acknowledge();
    expect(seen).toEqual(['acknowledged with nothing']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('over a connection that is cut: the message is sent to the response URL when it comes', async () => {
    const { seen, answer, message } = command(true);
    answer.hold();
    await vi.advanceTimersByTimeAsync(2_500);
    await answer.send(message('late'));
    expect(seen).toEqual(['acknowledged with nothing', 'told late']);
  });
});
