import { expect, test } from 'vitest';
import { memoize, memoizeByKey, memoizeByObject } from '../../../src/concurrency/memoize.ts';

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

test('a copy of an object does not take its value along, and nothing that reads the object sees it', () => {
  const lengthOf = memoizeByObject((one: { name: string }) => one.name.length);
  const one = { name: 'ab' };
  expect(lengthOf(one)).toBe(2);
  expect(lengthOf({ ...one, name: 'abc' })).toBe(3);
  expect([Reflect.ownKeys({ ...one }), JSON.stringify(one)]).toEqual([['name'], '{"name":"ab"}']);
});

test('two computations of one object are kept apart, and those of a frozen one are repeated', () => {
  let computed = 0;
  const upper = memoizeByObject((one: { name: string }) => one.name.toUpperCase());
  const length = memoizeByObject((one: { name: string }) => {
    computed += 1;
    return one.name.length;
  });
  const frozen = Object.freeze({ name: 'ab' });
  expect([upper(frozen), length(frozen), length(frozen), computed]).toEqual(['AB', 2, 2, 2]);
  const open = { name: 'abc' };
  expect([upper(open), length(open), length(open), computed]).toEqual(['ABC', 3, 3, 3]);
});

test('a pure function is computed once for each list of arguments, the newest of which are kept', () => {
  const computed: string[] = [];
  const joined = memoizeByKey(
    (...parts: string[]) => {
      computed.push(parts.join('+'));
      return parts.join('');
    },
    { maxKeys: 2, maxKeyLength: 12 },
  );
  expect([joined('a', 'b'), joined('a', 'b'), joined('ab')]).toEqual(['ab', 'ab', 'ab']);
  expect(computed).toEqual(['a+b', 'ab']);
  joined('c');
  joined('ab');
  joined('a', 'b');
  expect(computed).toEqual(['a+b', 'ab', 'c', 'a+b']);
});

test('a long key is computed each time, and takes the place of none', () => {
  let computed = 0;
  const length = memoizeByKey(
    (text: string) => {
      computed += 1;
      return text.length;
    },
    { maxKeys: 1, maxKeyLength: 12 },
  );
  expect([length('short'), length('a'.repeat(99)), length('a'.repeat(99)), length('short')]).toEqual([
    5, 99, 99, 5,
  ]);
  expect(computed).toBe(3);
});
