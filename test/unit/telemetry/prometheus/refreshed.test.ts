import { expect, test } from 'vitest';
import { cachedRead } from '../../../../src/telemetry/prometheus/cached_read.ts';

const limits = { everyMs: 10_000, timeoutMs: 60_000 };

test('a storm of scrapes is one read, and the next one comes when the time has passed', async () => {
  let reads = 0;
  let time = 0;
  const latest = cachedRead(
    async () => ++reads,
    limits,
    () => time,
  );
  expect(await Promise.all(Array.from({ length: 100 }, latest))).toEqual(Array(100).fill(1));
  time = 9_999;
  expect(await latest()).toBe(1);
  time = 10_000;
  expect(await latest()).toBe(2);
});

test('a read that fails is nothing, not the value of before, and is not repeated at once', async () => {
  let time = 0;
  let down = false;
  let reads = 0;
  const read = async () => {
    reads += 1;
    if (down) throw new Error('the database is away');
    return 'figures';
  };
  const latest = cachedRead(read, limits, () => time);
  expect(await latest()).toBe('figures');
  down = true;
  time = 10_000;
  expect(await latest()).toBeNull();
  expect(await latest()).toBeNull();
  expect(reads).toBe(2);
  down = false;
  time = 20_000;
  expect(await latest()).toBe('figures');
});

test('no caller waits longer than the timeout for a read that hangs, and no second one is begun beside it', async () => {
  let reads = 0;
  let answer = (_value: string) => {};
  const read = () => {
    reads += 1;
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  };
  const latest = cachedRead(read, { everyMs: 10_000, timeoutMs: 1 }, () => 0);
  expect(await latest()).toBeNull();
  expect(await latest()).toBeNull();
  expect(reads).toBe(1);
  answer('late');
  expect(await latest()).toBe('late');
});
