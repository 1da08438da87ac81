import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { parseVaultKeys, weakFirstKey } from '../../../src/vault/keys.ts';
import { createVault } from '../../../src/vault/vault.ts';

const bytes = Buffer.from('fbff3ea2c4d0917b6c5e1f00a9b8c7d6e5f40312233445566778899aabbccddf', 'hex');
const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const base64 = bytes.toString('base64');
const base64url = bytes.toString('base64url');
const hex = bytes.toString('hex');
const other = randomBytes(32).toString('base64');

const keysOf = (text: string) => {
  const keys = parseVaultKeys(text);
  if (!keys.ok) throw new Error(keys.error);
  return keys.value;
};
const place = { workspaceId: 'w1', rowId: 'r1', field: 'client_secret' };

describe('a bare key', () => {
  it.each([
    ['base64', base64],
    ['base64 without its last sign', base64.replace('=', '')],
    ['base64url', base64url],
    ['base64url with its last sign', `${base64url}=`],
    ['hex', hex],
    ['hex in capitals', hex.toUpperCase()],
    ['white space around it', `\n ${base64}\t\n`],
  ])('has its fingerprint for an id and is the same key: %s', (_encoding, text) => {
    const [key, ...more] = keysOf(text);
    expect(more).toEqual([]);
    expect(key?.id).toBe(fingerprint);
    expect(key?.base64.reveal()).toBe(base64);
  });

  it('has an id that says nothing of it and that its sealed values carry', () => {
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(`${hex}${base64}`).not.toContain(fingerprint);
    const vault = createVault(keysOf(hex));
    expect(vault.keyOf(vault.seal(new Secret('x'), place))).toBe(fingerprint);
  });

  it.each([
    ['nothing', ''],
    ['31 bytes', bytes.subarray(1).toString('base64')],
    ['33 bytes', Buffer.concat([bytes, Buffer.from([1])]).toString('base64')],
    ['24 bytes', bytes.subarray(8).toString('base64')],
    ['48 bytes', randomBytes(48).toString('base64')],
    ['half in hex', hex.slice(32)],
    ['hex and one digit', `${hex}0`],
    ['hex with a prefix', `0x${hex}`],
    ['a password', 'correct horse battery staple'],
    ['base64 with a space in it', `${base64.slice(0, 20)} ${base64.slice(20)}`],
    ['base64 in quotes', `"${base64}"`],
    ['base64 with two signs', `${base64}=`],
    ['letters of another script', 'е'.repeat(43)],
  ])('is refused without repeating it: %s', (_what, text) => {
    const keys = parseVaultKeys(text);
    expect(keys).toMatchObject({ ok: false, error: 'key 1 is not 32 bytes in base64 or hex' });
  });

  it('is refused twice, whatever its encodings', () => {
    for (const again of [base64, base64url, hex]) {
      expect(parseVaultKeys(`${hex},${again}`)).toMatchObject({
        ok: false,
        error: 'key 2 has the id of an earlier key',
      });
    }
  });

  it('can be guessed as one with an id can', () => {
    expect(weakFirstKey(keysOf('00'.repeat(32)))).toContain('key 1 can be guessed');
    expect(weakFirstKey(keysOf(hex))).toBeNull();
  });
});

describe('a list of keys', () => {
  it.each([
    ['bare in front of one with an id', `${base64},k1:${other}`, [fingerprint, 'k1']],
    ['one with an id in front of a bare one', `k1:${other}, ${hex}`, ['k1', fingerprint]],
    ['the same key, bare and with an id', `${hex},k1:${base64}`, [fingerprint, 'k1']],
    ['hex with an id', `k1:${hex}`, ['k1']],
    ['a key whose id is its fingerprint', `${fingerprint}:${hex}`, [fingerprint]],
  ])('keeps its order: %s', (_what, text, ids) => {
    expect(keysOf(text).map(({ id }) => id)).toEqual(ids);
  });

  it('opens after a rotation what its older keys sealed', () => {
    for (const before of [`k1:${other}`, other, Buffer.from(other, 'base64').toString('hex')]) {
      const sealed = createVault(keysOf(before)).seal(new Secret('zoom'), place);
      const opened = createVault(keysOf(`${hex},${before}`)).open(sealed, place);
      expect(opened.ok && opened.value.reveal()).toBe('zoom');
    }
  });

  it('opens with a bare key what the same key sealed in another encoding', () => {
    const sealed = createVault(keysOf(base64)).seal(new Secret('zoom'), place);
    for (const text of [hex, base64url, `${fingerprint}:${base64}`]) {
      const opened = createVault(keysOf(text)).open(sealed, place);
      expect(opened.ok && opened.value.reveal()).toBe('zoom');
    }
  });

  it.each([
    ['an empty key behind a comma', `${hex},`, 'key 2 is not 32 bytes in base64 or hex'],
    ['a key without a key', 'k1:', 'key 1 is not 32 bytes in base64 or hex'],
    [
      'no id before the colon',
      `:${base64}`,
      'key 1 has an id other than 1 to 32 letters, digits, "-" or "_"',
    ],
    ['two colons', `a:b:${base64}`, 'key 1 is not of the form id:base64key'],
  ])('says which key is wrong: %s', (_what, text, error) => {
    expect(parseVaultKeys(text)).toEqual({ ok: false, error });
  });
});
