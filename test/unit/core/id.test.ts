import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { isUuid, uuidV7 } from '../../../src/core/id.ts';

/** A uuid v4 whose random bits are all 0, or all 1. */
const zeros = '00000000-0000-4000-8000-000000000000';
const ones = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

it('an id is a uuid v7: the example of RFC 9562', () => {
  // A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
  expect(uuidV7(0x017f22e279b0, '919108f7-52d1-4cc3-98c4-dc0c0c07398f')).toBe(
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  );
});

it('later ids sort after earlier ones', () => {
  const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47];
  const ids = times.map((time) => uuidV7(time, ones));
  expect([...ids].sort()).toEqual(ids);
});

it('is recognised as an id whatever the randomness', () => {
  expect([zeros, ones, randomUUID()].every((random) => isUuid(uuidV7(1, random)))).toBe(true);
  expect(isUuid('not-an-id')).toBe(false);
});

it('refuses to be made with too little randomness', () => {
  for (const random of ['', zeros.slice(0, -1), 'not-an-id'])
    expect(() => uuidV7(1, random)).toThrow('from a uuid v4');
});
