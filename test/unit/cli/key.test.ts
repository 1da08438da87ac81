import { expect, it } from 'vitest';
import { parseVaultKeys, weakFirstKey } from '../../../src/vault/keys.ts';
import { greenroom } from '../../harness/greenroom.ts';

it('prints a key that VAULT_KEYS takes, alone and in front of the one before, and never the same twice', async () => {
  const [first, second] = await Promise.all([greenroom('key'), greenroom('key')]);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  expect(second.out).not.toBe(first.out);
  const ring = parseVaultKeys(`${second.out.trim()},${first.out.trim()}`);
  expect(ring.ok && ring.value).toHaveLength(2);
  expect(ring.ok && weakFirstKey(ring.value)).toBeNull();
});
