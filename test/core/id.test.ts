import { expect, it } from 'vitest';
import { isUuid, uuidV7 } from '../../src/core/id.ts';

const bytes = (fill: number) => new Uint8Array(10).fill(fill);

it('an id is a uuid v7: the example of RFC 9562', () => {
  // A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('later ids sort after earlier ones', () => {
  const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47];
  const ids = times.map((time) => uuidV7(time, bytes(0xff)));
  expect([...ids].sort()).toEqual(ids);
});

it('is recognised as an id whatever the randomness', () => {
  expect([0, 0x7f, 0xff].every((fill) => isUuid(uuidV7(1, bytes(fill))))).toBe(true);
  expect(isUuid('not-an-id')).toBe(false);
});

it('refuses to be made with too little randomness', () => {
  expect(() => uuidV7(1, new Uint8Array(9))).toThrow('10 random bytes');
});
