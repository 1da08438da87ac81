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
  let [time, looks] = [0, 0];
  const now = () => {
    looks += 1;
    return time;
  };
  const looksAgain = () => expect.poll(() => looks).toBeGreaterThan(looks);
  const rateLimiter = createRateLimiter({ concurrency: 9, minIntervalMs: 30 }, now);
  const starts: number[] = [];
  const calls = [1, 2, 3].map(() => rateLimiter.run(async () => starts.push(time)));
  await calls[0];
  time = 29.9;
  await looksAgain();
  expect(starts).toEqual([0]);
  time = 31;
  await calls[1];
  time = 60;
  await looksAgain();
  expect(starts).toEqual([0, 31]);
  time = 61;
  await Promise.all(calls);
  expect(starts).toEqual([0, 31, 61]);
});
