import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fairDeadline } from '../../../../sandbox/simulators/slack/deadlines/fair_deadline.ts';
import { processorWait } from '../../../../sandbox/simulators/slack/deadlines/processor_wait.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A deadline of 3 s on a machine whose processes wait for so much of every second. */
function deadline(share: number) {
  const seen = { over: false };
  const own = { ms: 0 };
  const wait = { ms: () => performance.now() * share, ownMs: () => own.ms, include: () => {} };
  const limit = fairDeadline(wait, 3_000, () => {
    seen.over = true;
  });
  return { seen, own, limit };
}

describe('a deadline of Slack', () => {
  test('is over in time on a machine that keeps up', () => {
    const { seen, limit } = deadline(0);
    vi.advanceTimersByTime(2_999);
    expect(seen.over).toBe(false);
    vi.advanceTimersByTime(1);
    expect(seen.over).toBe(true);
    expect(limit.grantedMs()).toBe(0);
  });

  test.each([0.25, 0.5, 0.75])('is so much later as processes waited: %d of the time', (share) => {
    const { seen, limit } = deadline(share);
    vi.advanceTimersByTime(3_000 / (1 - share) - 10);
    expect(seen.over).toBe(false);
    vi.advanceTimersByTime(20);
    expect(seen.over).toBe(true);
    expect(limit.grantedMs()).toBeGreaterThan(2_900 * (1 / (1 - share) - 1));
  });

  test('ends on a machine that never keeps up, too', () => {
    const { seen } = deadline(1);
    vi.advanceTimersByTime(59_000);
    expect(seen.over).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(seen.over).toBe(true);
  });

  test('waits for what arrived while its own process was held up', () => {
    const { seen } = deadline(0);
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    vi.advanceTimersByTime(3_000);
    expect(seen.over).toBe(false);
    now.mockRestore();
    vi.advanceTimersByTime(3_000);
    expect(seen.over).toBe(true);
  });

  test('is over at once for an app that blocked the event loop of this process', () => {
    const { seen, own, limit } = deadline(0);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000);
    own.ms += 5_000;
    vi.advanceTimersByTime(3_000);
    expect(seen.over).toBe(true);
    expect(limit.grantedMs()).toBe(0);
  });

  test('ends although its own process is always held up', () => {
    const { seen } = deadline(0);
    const began = performance.now();
    let checks = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      checks += 1;
      return began + checks * 10_000;
    });
    vi.advanceTimersByTime(3_000 + 19 * 50);
    expect(seen.over).toBe(false);
    vi.advanceTimersByTime(50);
    expect(seen.over).toBe(true);
  });

  test('that is cancelled never ends', () => {
    const { seen, limit } = deadline(0);
    limit.cancel();
    vi.advanceTimersByTime(60_000);
    expect(seen.over).toBe(false);
  });
});

test('what this thread computes is counted, where the system counts it', () => {
  const wait = processorWait();
  const before = wait.ownMs();
  for (let times = 0; times < 1e7 && wait.ownMs() === before; times += 1) Math.sqrt(times);
  expect(wait.ownMs() > before).toBe(existsSync('/proc/thread-self/schedstat'));
});

test('what a process waited for is not forgotten when it ends', () => {
  const wait = processorWait();
  wait.include(2 ** 30);
  const before = wait.ms();
  expect(before).toBeGreaterThanOrEqual(0);
  expect(wait.ms()).toBeGreaterThanOrEqual(before);
});
