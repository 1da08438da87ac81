import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeyedMutex } from '../../../src/concurrency/keyed_mutex.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const mutex = () => createKeyedMutex({ maxWaitMs: 10_000, timeoutError: () => new Error('waited too long') });

/** Work that ends when it is told to. */
function heldWork() {
  let release = () => {};
  const work = () => new Promise<void>((resolve) => (release = resolve));
  return { work, release: () => release() };
}

test('work with the same key runs one after the other, in the order of the calls', async () => {
  const lock = mutex();
  const order: string[] = [];
  const { work, release } = heldWork();
  const first = lock('T1', async () => {
    order.push('first begins');
    await work();
    order.push('first ends');
  });
  const others = ['second', 'third'].map((name) => lock('T1', async () => void order.push(name)));
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['first begins']);
  release();
  await Promise.all([first, ...others]);
  expect(order).toEqual(['first begins', 'first ends', 'second', 'third']);
});

test('work with another key does not wait', async () => {
  const lock = mutex();
  const { work, release } = heldWork();
  const held = lock('T1', work);
  const behind = lock('T1', async () => 'behind');
  expect(await lock('T2', async () => 'another')).toBe('another');
  release();
  await held;
  expect(await behind).toBe('behind');
});

test('a failure reaches its own caller only', async () => {
  const lock = mutex();
  const failed = lock('T1', () => Promise.reject(new Error('first')));
  const next = lock('T1', async () => 'next');
  await expect(failed).rejects.toThrow('first');
  expect(await next).toBe('next');
});

test('who has waited too long gets an error and is not run; a later call runs at once', async () => {
  const lock = mutex();
  const { work, release } = heldWork();
  const held = lock('T1', work);
  const late = vi.fn(async () => 'late');
  const refused = lock('T1', late).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_001);
  release();
  await held;
  expect(await refused).toEqual(new Error('waited too long'));
  expect(late).not.toHaveBeenCalled();
  expect(await lock('T1', async () => 'now')).toBe('now');
});
