import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBatchLoader, loadDistinct } from '../../../src/concurrency/batch_loader.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** The iteration of the event loop has ended, and what began at its end has called on. */
const soon = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** A loader whose batches end when they are told to, and the keys of each batch. */
function heldLoader() {
  const batches: (readonly string[])[] = [];
  const ends: ((fails?: boolean) => void)[] = [];
  const load = createBatchLoader((keys: readonly string[]) => {
    batches.push(keys);
    return new Promise<readonly string[]>((resolve, reject) => {
      ends.push((fails) => (fails ? reject(new Error('down')) : resolve(keys.map((key) => `${key}!`))));
    });
  });
  return { batches, ends, load };
}

describe('a batch loader', () => {
  test('a single call waits for nothing but the end of the iteration', async () => {
    const { batches, ends, load } = heldLoader();
    const value = load('a');
    await soon();
    expect(batches).toEqual([['a']]);
    ends[0]?.();
    expect(await value).toBe('a!');
  });

  test('calls of one iteration share a batch, and those that come while it runs the next; nobody gets an older value', async () => {
    const { batches, ends, load } = heldLoader();
    const first = ['a', 'b'].map(load);
    await soon();
    expect(batches).toEqual([['a', 'b']]);
    const second = ['c', 'd', 'c'].map(load);
    await soon();
    ends[0]?.();
    expect(await Promise.all(first)).toEqual(['a!', 'b!']);
    await soon();
    expect(batches[1]).toEqual(['c', 'd', 'c']);
    ends[1]?.();
    expect(await Promise.all(second)).toEqual(['c!', 'd!', 'c!']);
    const later = load('e');
    await soon();
    ends[2]?.();
    expect(await later).toBe('e!');
  });

  test('beside a slow batch another begins, but no third; when all have ended it goes on as before', async () => {
    const { batches, ends, load } = heldLoader();
    const a = load('a');
    await soon();
    const b = load('b');
    await vi.advanceTimersByTimeAsync(100);
    await soon();
    const c = load('c');
    await vi.advanceTimersByTimeAsync(1_000);
    await soon();
    expect(batches).toEqual([['a'], ['b']]);
    ends[1]?.();
    expect(await b).toBe('b!');
    await soon();
    expect(batches[2]).toEqual(['c']);
    ends[2]?.();
    expect(await c).toBe('c!');
    ends[0]?.();
    expect(await a).toBe('a!');
    const later = ['d', 'e'].map(load);
    await soon();
    expect(batches.slice(3)).toEqual([['d', 'e']]);
    ends[3]?.();
    expect(await Promise.all(later)).toEqual(['d!', 'e!']);
  });

  test('when two batches end at once, the one that finds no caller left loads nothing', async () => {
    const { batches, ends, load } = heldLoader();
    const values = [load('a')];
    await soon();
    await vi.advanceTimersByTimeAsync(100);
    values.push(load('b'));
    await soon();
    values.push(load('c'));
    for (const end of ends) end();
    await soon();
    for (const end of ends.slice(2)) end();
    expect(await Promise.all(values)).toEqual(['a!', 'b!', 'c!']);
    expect(batches).toEqual([['a'], ['b'], ['c']]);
  });

  test('a caller beyond the longest queue is rejected at once, and the others get their values', async () => {
    const ends: (() => void)[] = [];
    const load = createBatchLoader(
      (keys: readonly string[]) =>
        new Promise<readonly string[]>((resolve) => void ends.push(() => resolve(keys))),
      { maxQueue: 2, queueFullError: () => new Error('full') },
    );
    const running = load('running');
    await soon();
    const values = ['a', 'b'].map(load);
    await expect(load('c')).rejects.toThrow('full');
    ends[0]?.();
    await soon();
    const later = load('d');
    ends[1]?.();
    await soon();
    ends[2]?.();
    expect(await Promise.all([running, ...values, later])).toEqual(['running', 'a', 'b', 'd']);
  });

  test.each([
    [undefined, 100],
    [7, 7],
  ])('a batch of at most %s has at most %s keys', async (maxBatch, most) => {
    const sizes: number[] = [];
    const load = createBatchLoader(
      async (keys: readonly number[]) => {
        sizes.push(keys.length);
        await Promise.resolve();
        return keys;
      },
      maxBatch === undefined ? {} : { maxBatch },
    );
    const numbers = Array.from({ length: 1_000 }, (_, number) => number);
    expect(await Promise.all(numbers.map(load))).toEqual(numbers);
    expect(Math.max(...sizes)).toBe(most);
  });

  test('after a failure the next calls are loaded again', async () => {
    const { ends, load } = heldLoader();
    const failed = load('a');
    await soon();
    ends[0]?.(true);
    await expect(failed).rejects.toThrow('down');
    const value = load('b');
    await soon();
    ends[1]?.();
    expect(await value).toBe('b!');
  });

  test('a batch that returns too few values fails for those without one', async () => {
    const load = createBatchLoader(async (keys: readonly string[]) => keys.slice(0, 1));
    const [a, b] = ['a', 'b'].map(load);
    expect(await a).toBe('a');
    await expect(b).rejects.toThrow('no value');
  });
});

describe('a batch that fails', () => {
  /** Fails for every batch with the key 'bad' in it. */
  const spoilt = (batches: unknown[], retryEach: boolean) =>
    createBatchLoader(
      async (keys: readonly string[]) => {
        batches.push(keys);
        await Promise.resolve();
        if (keys.includes('bad')) throw new Error('bad key');
        return keys;
      },
      { retryEach: () => retryEach },
    );
  const keys = ['a', 'b', 'bad', 'c'];

  test('spoils only the key that cannot be loaded, where each is loaded alone then', async () => {
    const results = await Promise.allSettled(keys.map(spoilt([], true)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  test('fails for all its keys with one query, where a repetition is in vain', async () => {
    const batches: unknown[] = [];
    const results = await Promise.allSettled(keys.map(spoilt(batches, false)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(batches).toEqual([keys]);
  });
});

test('equal keys are loaded once', async () => {
  const loaded: unknown[] = [];
  const load = loadDistinct(async (key: { words: string }) => {
    loaded.push(key);
    return key.words.length;
  });
  expect(await load([{ words: 'ab' }, { words: '' }, { words: 'ab' }])).toEqual([2, 0, 2]);
  expect(loaded).toEqual([{ words: 'ab' }, { words: '' }]);
});
