import { describe, expect, test } from 'vitest';
import { createChannelRateLimit } from '../../../../src/core/deliveries/channel_rate_limit.ts';

const rateLimit = () => createChannelRateLimit({ everyMs: 1_000, burst: 3 });

/** At what times so many calls in one channel are made when each takes `callMs`. */
function calls(of: ReturnType<typeof rateLimit>, count: number, callMs = 0, from = 0): number[] {
  const starts: number[] = [];
  let now = from;
  for (let i = 0; i < count; i += 1) {
    now += of.waitMs('C1', now);
    starts.push(now);
    now += callMs;
    of.spent('C1', now);
  }
  return starts;
}

describe('the pace of a channel', () => {
  test('is a short burst, then one a second', () => {
    expect(calls(rateLimit(), 6)).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);
  });

  test('counts from the answer, because nobody knows when Slack counted', () => {
    expect(calls(rateLimit(), 5, 100)).toEqual([0, 100, 200, 1_300, 2_400]);
  });

  test('is no burst after Slack said that it was too much', () => {
    const one = rateLimit();
    one.exhausted('C1', 0, 1_000);
    expect(calls(one, 3)).toEqual([1_000, 2_000, 3_000]);
  });

  test('begins again when Slack said', () => {
    const one = rateLimit();
    one.exhausted('C1', 0, 30_000);
    expect(one.waitMs('C1', 0)).toBe(30_000);
  });

  test('saves nothing up while bursts are forbidden', () => {
    const one = createChannelRateLimit({ everyMs: 1_000, burst: 60 });
    one.exhausted('C1', 0, 1_000);
    expect(calls(one, 3, 0, 20_000)).toEqual([20_000, 21_000, 22_000]);
    expect(calls(one, 3, 0, 200_000)).toEqual([200_000, 200_000, 200_000]);
  });

  test('allows a burst again after a quiet time, and is each channel’s own', () => {
    const one = rateLimit();
    calls(one, 5);
    expect(one.waitMs('C2', 2_000)).toBe(0);
    expect(calls(one, 4, 0, 60_000)).toEqual([60_000, 60_000, 60_000, 61_000]);
  });
});
