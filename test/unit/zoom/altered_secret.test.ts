import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { alteredSecret } from '../../../src/zoom/altered_secret.ts';
import { madeUpCode } from '../../../src/zoom/made_up_code.ts';

const altered = (value: string) => alteredSecret(new Secret(value)).reveal();
const shape = (value: string) => value.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '0');

test('an altered secret is another one of the same shape', () => {
  const secrets = fc.stringMatching(/^[A-Za-z0-9_-]{0,20}[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
  fc.assert(
    fc.property(secrets, (value) => {
      expect(altered(value)).not.toBe(value);
      expect(shape(altered(value))).toBe(shape(value));
    }),
  );
});

test('even a secret without letters and digits is altered', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (value) => altered(value) !== value));
  expect(altered('---')).toBe('aaa');
});

test('a made-up code has the shape of a code and is never the same', () => {
  const codes = Array.from({ length: 100 }, madeUpCode);
  expect(new Set(codes).size).toBe(100);
  for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9]{10}_[A-Za-z0-9]{22}$/);
});
