import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoffMs } from '../../../src/concurrency/backoff.ts';
import { type RetryOptions, retry } from '../../../src/concurrency/retry.ts';
import { wait } from '../../../src/concurrency/wait.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const delay = () => 1_000;

/** Work that fails `failures` times, then returns 'done'; and when each try began. */
function failing(failures: number) {
  const began: number[] = [];
  const start = performance.now();
  const work = async () => {
    began.push(performance.now() - start);
    if (began.length <= failures) throw new Error(`failure ${began.length}`);
    return 'done';
  };
  return { work, began };
}

/** How it ends when all the time it needs has passed. */
async function ended<T>(promise: Promise<T>): Promise<T | string> {
  const end = promise.catch((error: unknown) => String(error));
  await vi.runAllTimersAsync();
  return end;
}

describe('retry', () => {
  test('does the work again after each failure, with the delay between', async () => {
    const { work, began } = failing(3);
    expect(await ended(retry(work, { delay }))).toBe('done');
    expect(began).toEqual([0, 1_000, 2_000, 3_000]);
  });

  test('backs off with jitter, up to the longest delay', async () => {
    const { work, began } = failing(8);
    await ended(retry(work, { delay: { firstMs: 100, longestMs: 1_000 } }));
    const delays = began.slice(1).map((at, index) => at - (began[index] ?? 0));
    const full = [100, 200, 400, 800, 1_000, 1_000, 1_000, 1_000];
    for (const [index, ms] of delays.entries()) {
      expect(ms).toBeGreaterThanOrEqual((full[index] ?? 0) / 2);
      expect(ms).toBeLessThanOrEqual(full[index] ?? 0);
    }
  });

  test('asks the delay function with the error, so that Retry-After can be obeyed', async () => {
    const { work, began } = failing(2);
    const retryAfter = (failures: number, error: unknown) =>
      error instanceof Error && error.message === 'failure 1' ? 30_000 : failures;
    await ended(retry(work, { delay: retryAfter }));
    expect(began).toEqual([0, 30_000, 30_002]);
  });

  test.each<[string, Partial<RetryOptions<string>>, string, number]>([
    ['maxTries', { maxTries: 3 }, 'Error: failure 3', 3],
    ['a single try', { maxTries: 1 }, 'Error: failure 1', 1],
    ['a deadline', { deadlineMs: 2_500 }, 'Error: failure 3', 3],
    ['no reason to go on', { retryIf: (_, failures) => failures < 2 }, 'Error: failure 2', 2],
    ['an error that is not worth it', { retryIf: (error) => error === null }, 'Error: failure 1', 1],
  ])('ends with the last error: %s', async (_, options, end, tries) => {
    const { work, began } = failing(Number.POSITIVE_INFINITY);
    expect(await ended(retry(work, { delay, ...options }))).toBe(end);
    expect(began).toHaveLength(tries);
  });

  test('tries again for a value that is not the wanted one, and returns the last', async () => {
    let value = 0;
    const work = async () => {
      value += 1;
      return value;
    };
    expect(await ended(retry(work, { delay, retryValue: (one) => one < 3 }))).toBe(3);
    expect(await ended(retry(work, { delay, retryValue: () => true, maxTries: 2 }))).toBe(5);
  });

  test('says before each delay why and how long', async () => {
    const said: unknown[] = [];
    const onRetry = (error: unknown, ms: number, failures: number) =>
      void said.push([String(error), ms, failures]);
    await ended(retry(failing(2).work, { delay, onRetry }));
    expect(said).toEqual([
      ['Error: failure 1', 1_000, 1],
      ['Error: failure 2', 1_000, 2],
    ]);
  });
});

describe('an aborted retry', () => {
  test('ends at once, with the error of the last try', async () => {
    const stopping = new AbortController();
    const { work, began } = failing(Number.POSITIVE_INFINITY);
    const end = retry(work, { delay, signal: stopping.signal }).catch(String);
    await vi.advanceTimersByTimeAsync(1_500);
    stopping.abort();
    expect(await end).toBe('Error: failure 2');
    expect(began).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('makes one more try where one is asked for', async () => {
    const stopping = new AbortController();
    const { work, began } = failing(2);
    const end = retry(work, { delay, signal: stopping.signal, lastTryOnAbort: true });
    await vi.advanceTimersByTimeAsync(1_500);
    stopping.abort();
    expect(await end).toBe('done');
    expect(began).toEqual([0, 1_000, 1_500]);
  });

  test.each([false, true])(
    'is tried once when it was aborted before (last try: %s)',
    async (lastTryOnAbort) => {
      const { work, began } = failing(Number.POSITIVE_INFINITY);
      const end = retry(work, { delay, signal: AbortSignal.abort(), lastTryOnAbort });
      expect(await ended(end)).toBe('Error: failure 1');
      expect(began).toHaveLength(1);
    },
  );
});

test('waiting leaves nothing behind: no timer, no listener', async () => {
  const stopping = new AbortController();
  const removed = vi.spyOn(stopping.signal, 'removeEventListener');
  const added = vi.spyOn(stopping.signal, 'addEventListener');
  const over = wait(50, stopping.signal);
  await vi.advanceTimersByTimeAsync(50);
  expect(await over).toBe(true);
  const cut = wait(50, stopping.signal);
  stopping.abort();
  expect(await cut).toBe(false);
  expect(await wait(50, stopping.signal)).toBe(false);
  expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  expect(vi.getTimerCount()).toBe(0);
});

test('a backoff doubles from half of the first delay to the longest, whatever the number of failures', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const ms = backoffMs({ firstMs: 100, longestMs: 60_000 }, failures, chance);
      const full = failures > 10 ? 60_000 : Math.min(60_000, 100 * 2 ** failures);
      return Number.isInteger(ms) && ms >= full / 2 && ms <= full;
    }),
  );
});
