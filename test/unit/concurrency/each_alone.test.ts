import { describe, expect, test } from 'vitest';
import { allOrEachAlone, eachAlone } from '../../../src/concurrency/each_alone.ts';

const failing = (bad: string, done: string[]) => async (item: string) => {
  if (item === bad) throw new Error(`cannot do ${item}`);
  done.push(item);
};

describe('items that are worked on alone', () => {
  test('do not wait for one before them that fails, which is put off and reported', async () => {
    const done: string[] = [];
    const later: string[] = [];
    const work = eachAlone(['bad', 'one', 'two'], failing('bad', done), async (item) => later.push(item));
    await expect(work).rejects.toThrow('cannot do bad');
    expect([done, later]).toEqual([['one', 'two'], ['bad']]);
  });

  test('are not tried any more once one cannot even be put off', async () => {
    const done: string[] = [];
    const away = async () => {
      throw new Error('the database is away');
    };
    await expect(eachAlone(['bad', 'one'], failing('bad', done), away)).rejects.toThrow('away');
    expect(done).toEqual([]);
  });
});

describe('items that are worked on at once', () => {
  const notWith = (bad: string, batches: (readonly string[])[]) => async (items: readonly string[]) => {
    batches.push(items);
    if (items.includes(bad)) throw new Error(`cannot do ${bad}`);
  };

  test('are so where none fails', async () => {
    const batches: (readonly string[])[] = [];
    const errors: unknown[] = [];
    await allOrEachAlone(
      ['one', 'two'],
      notWith('bad', batches),
      async () => {},
      (error) => errors.push(error),
    );
    expect([batches, errors]).toEqual([[['one', 'two']], []]);
  });

  test('are done alone where one of them fails, and only that one is put off', async () => {
    const batches: (readonly string[])[] = [];
    const later: string[] = [];
    const work = allOrEachAlone(
      ['one', 'bad', 'two'],
      notWith('bad', batches),
      async (item) => later.push(item),
      () => {},
    );
    await expect(work).rejects.toThrow('cannot do bad');
    expect(batches).toEqual([['one', 'bad', 'two'], ['one'], ['bad'], ['two']]);
    expect(later).toEqual(['bad']);
  });

  test('are done alone, and the error is reported, where they fail only together', async () => {
    const done: string[] = [];
    const errors: unknown[] = [];
    const work = async (items: readonly string[]) => {
      if (items.length > 1) throw new Error('not both at once');
      done.push(...items);
    };
    await allOrEachAlone(
      ['one', 'two'],
      work,
      async () => {},
      (error) => errors.push(error),
    );
    expect(done).toEqual(['one', 'two']);
    expect(errors).toEqual([new Error('not both at once')]);
  });
});
