import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandAnswer, HOLD_MS } from '../../../../src/slack/responses/command_response.ts';
import type { ReplyMessage } from '../../../../src/slack/responses/reply.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What Slack sees of one command, in order. */
function command({ fails = false, elapsedMs = 0, settled = true } = {}) {
  const seen: string[] = [];
  const said = (message: unknown) =>
    typeof message === 'object' && message !== null && 'text' in message ? String(message.text) : 'nothing';
  const answer = commandAnswer(
    async (message) => {
      seen.push(`acknowledged with ${said(message)}`);
      if (fails) throw new Error('the line was cut');
    },
    async (message) => void seen.push(`told ${said(message)}`),
    { settled: (message) => (settled ? message : null) },
    elapsedMs,
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

  test.each([0, 1, 1_200, HOLD_MS - 1, HOLD_MS, 2 * HOLD_MS])(
    'is held until two seconds after the command arrived, which was %i ms ago',
    async (elapsedMs) => {
      const { seen, answer } = command({ elapsedMs });
      answer.hold();
      await answer.acknowledgeUnlessHeld();
      expect(seen).toEqual([]);
      const leftMs = Math.max(0, HOLD_MS - elapsedMs);
      if (leftMs > 1) await vi.advanceTimersByTimeAsync(leftMs - 1);
      expect(seen).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(seen).toEqual(['acknowledged with nothing']);
    },
  );

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

  test.each([
    ['the message itself', { settled: true }, ['acknowledged with one', 'told one', 'told two']],
    [
      'empty, before blocks that Slack may refuse',
      { settled: false },
      ['acknowledged with nothing', 'told one', 'told two'],
    ],
  ])('that cannot be sent (%s) costs the person no message', async (_what, how, expected) => {
    const { seen, answer, message } = command({ fails: true, ...how });
    answer.hold();
    await answer.acknowledgeUnlessHeld();
    await answer.send(message('one'));
    await answer.acknowledge();
    await answer.send(message('two'));
    expect(seen).toEqual(expected);
  });

  test('over a connection that is cut: the message is sent to the response URL when it comes', async () => {
    const { seen, answer, message } = command({ fails: true });
    answer.hold();
    await vi.advanceTimersByTimeAsync(2_500);
    await answer.send(message('late'));
    expect(seen).toEqual(['acknowledged with nothing', 'told late']);
  });
});
