import { expect, test } from 'vitest';
import { createRateLimiter } from '../../../src/http_client/rate_limiter.ts';

test('runs no more calls at once than allowed, in the order of asking', async () => {
  const rateLimiter = createRateLimiter({ concurrency: 2, minIntervalMs: 0 });
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const calls = [1, 2, 3, 4].map((n) =>
    rateLimiter.run(
      () =>
        new Promise<number>((done) => {
          started.push(n);
          finish.push(() => done(n));
        }),
    ),
  );
  await expect.poll(() => started).toEqual([1, 2]);
  finish[0]?.();
  expect(await calls[0]).toBe(1);
  await expect.poll(() => started).toEqual([1, 2, 3]);
  for (const n of [1, 2, 3]) {
    await expect.poll(() => finish.length).toBeGreaterThan(n);
    finish[n]?.();
  }
  expect(await Promise.all(calls)).toEqual([1, 2, 3, 4]);
});

test('gives the place of a call that threw to the next one', async () => {
  const rateLimiter = createRateLimiter({ concurrency: 1, minIntervalMs: 0 });
  const thrown = rateLimiter.run(async () => {
    throw new Error('oops');
  });
  await expect(thrown).rejects.toThrow('oops');
  expect(await rateLimiter.run(async () => 'next')).toBe('next');
});

test('keeps a distance between the starts of two calls', async () => {
  const rateLimiter = createRateLimiter({ concurrency: 9, minIntervalMs: 30 });
  const starts = await Promise.all([1, 2, 3].map(() => rateLimiter.run(async () => performance.now())));
  const [first = 0, second = 0, third = 0] = starts;
  // Only "not sooner" is claimed; a timer may be a millisecond early.
  expect(second - first).toBeGreaterThan(27);
  expect(third - second).toBeGreaterThan(27);
});
