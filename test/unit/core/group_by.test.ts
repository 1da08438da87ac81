import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy, groupPairs } from '../../../src/core/group_by.ts';

test('nothing has no groups', () => {
  expect([...groupBy([], String)]).toEqual([]);
});

test('groups and their items keep their order, whatever the keys are called', () => {
  const items = ['b1', 'a1', 'b2', '__proto__', 'a2'];
  const keyOf = (item: string) => (item.length === 2 ? item.charAt(0) : item);
  expect([...groupBy(items, keyOf)]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['__proto__', ['__proto__']],
  ]);
});

test('each item stands in exactly one group', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, modulus) => {
      const groups = groupBy(items, (item) => Math.abs(item % modulus));
      expect([...groups.values()].flat().sort()).toEqual([...items].sort());
      for (const [key, group] of groups)
        expect(group.every((item) => Math.abs(item % modulus) === key)).toBe(true);
    }),
  );
});

test('a value that has several keys stands in several groups', () => {
  const pairs = [
    ['x', 1],
    ['y', 1],
    ['x', 2],
  ] as const;
  expect([...groupPairs(pairs)]).toEqual([
    ['x', [1, 2]],
    ['y', [1]],
  ]);
});
