import { expect, test } from 'vitest';
import { memoize, memoizeByObject } from '../../../src/concurrency/memoize.ts';

test('a constant is computed at first use, and once', () => {
  let computed = 0;
  const value = memoize(() => {
    computed += 1;
    return undefined;
  });
  expect(computed).toBe(0);
  expect([value(), value(), computed]).toEqual([undefined, undefined, 1]);
});

test('a computation that throws is tried again at the next use', () => {
  let calls = 0;
  const value = memoize(() => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return calls;
  });
  expect(value).toThrow('not yet');
  expect(value()).toBe(2);
});

test('a value is computed once for each object, equal objects are two', () => {
  let computed = 0;
  const nameOf = memoizeByObject((one: { name: string }, ending: string) => {
    computed += 1;
    return one.name + ending;
  });
  const [a, alsoA] = [{ name: 'a' }, { name: 'a' }];
  expect([nameOf(a, '!'), nameOf(a, '!'), computed]).toEqual(['a!', 'a!', 1]);
  expect([nameOf(alsoA, '?'), computed]).toEqual(['a?', 2]);
});
