import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownersAfter } from '../../../../src/core/ownership/owners.ts';

const people = fc.constantFrom<string>('U1', 'U2', 'U3', 'U4', 'U5');

describe('the owners after a change', () => {
  test('are those before, without who leaves and whose accounts are gone, and with who joins, each once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(people),
        people,
        fc.option(people),
        fc.uniqueArray(people),
        (owners, joins, leaves, gone) => {
          const after = ownersAfter(owners, { joins, leaves, gone });
          expect(new Set(after).size).toBe(after.length);
          expect(after).toContain(joins);
          for (const one of after) expect(one === joins || owners.includes(one)).toBe(true);
          for (const one of owners) {
            const stays = one === joins || (one !== leaves && !gone.includes(one));
            expect(after.includes(one)).toBe(stays);
          }
        },
      ),
    );
  });
});
