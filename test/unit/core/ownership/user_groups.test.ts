import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_MEMBERS, membersThatCount } from '../../../../src/core/ownership/user_groups.ts';

const ids = fc.uniqueArray(
  fc.integer({ min: 0, max: 3 * MOST_MEMBERS }).map((n) => `U${n}`),
  { maxLength: 3 * MOST_MEMBERS },
);

test('of a group as many members count as there is room for, those who counted before first, and nobody else', () => {
  fc.assert(
    fc.property(ids, ids, (listed, earlier) => {
      const before = earlier.slice(0, MOST_MEMBERS);
      const counted = membersThatCount([...listed, ...listed], before);
      expect(counted.length).toBe(Math.min(listed.length, MOST_MEMBERS));
      expect(new Set(counted).size).toBe(counted.length);
      for (const one of counted) expect(listed).toContain(one);
      for (const one of before) expect(counted.includes(one)).toBe(listed.includes(one));
    }),
  );
});
