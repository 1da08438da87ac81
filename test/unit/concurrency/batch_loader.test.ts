import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBatchLoader, loadDistinct } from '../../../src/concurrency/batch_loader.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const soon = () => vi.advanceTimersByTimeAsync(0);

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
  test('a single call is loaded at once', async () => {
    const { batches, ends, load } = heldLoader();
    const value = load('a');
    expect(batches).toEqual([['a']]);
    ends[0]?.();
    expect(await value).toBe('a!');
  });

  test('calls that come while a batch runs share the next, each with its own value and never an older one', async () => {
    const { batches, ends, load } = heldLoader();
    const values = ['a', 'b', 'c', 'd', 'c'].map(load);
    expect(batches).toEqual([['a']]);
    ends[0]?.();
    expect(await values[0]).toBe('a!');
    await soon();
    expect(batches[1]).toEqual(['b', 'c', 'd', 'c']);
    ends[1]?.();
    expect(await Promise.all(values)).toEqual(['a!', 'b!', 'c!', 'd!', 'c!']);
    const later = load('e');
    ends[2]?.();
    expect(await later).toBe('e!');
  });

  test('beside a slow batch another begins, but no third; when all have ended it goes on as before', async () => {
    const { batches, ends, load } = heldLoader();
    const values = ['a', 'b'].map(load);
    await vi.advanceTimersByTimeAsync(100);
    values.push(load('c'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(batches).toEqual([['a'], ['b']]);
    ends[1]?.();
    expect(await values[1]).toBe('b!');
    await soon();
    expect(batches[2]).toEqual(['c']);
    ends[2]?.();
    expect(await values[2]).toBe('c!');
    ends[0]?.();
    expect(await values[0]).toBe('a!');
    const later = ['d', 'e'].map(load);
    expect(batches.slice(3)).toEqual([['d']]);
    ends[3]?.();
    await soon();
    ends[4]?.();
    expect(await Promise.all(later)).toEqual(['d!', 'e!']);
  });

  test('a caller beyond the longest queue is rejected at once, and the others get their values', async () => {
    const ends: (() => void)[] = [];
    const load = createBatchLoader(
      (keys: readonly string[]) =>
        new Promise<readonly string[]>((resolve) => void ends.push(() => resolve(keys))),
      { maxQueue: 2, queueFullError: () => new Error('full') },
    );
    const values = ['running', 'a', 'b'].map(load);
    await expect(load('c')).rejects.toThrow('full');
    ends[0]?.();
    await soon();
    const later = load('d');
    ends[1]?.();
    await soon();
    ends[2]?.();
    expect(await Promise.all([...values, later])).toEqual(['running', 'a', 'b', 'd']);
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
    ends[0]?.(true);
    await expect(failed).rejects.toThrow('down');
    const value = load('b');
    ends[1]?.();
    expect(await value).toBe('b!');
  });

  test('a batch that returns too few values fails for those without one', async () => {
    const load = createBatchLoader(async (keys: readonly string[]) => keys.slice(0, 1));
    const [, b, c] = ['a', 'b', 'c'].map(load);
    expect(await b).toBe('b');
    await expect(c).rejects.toThrow('no value');
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
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(batches).toEqual([['a'], ['b', 'bad', 'c']]);
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
