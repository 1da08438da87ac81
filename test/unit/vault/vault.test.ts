import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { parseVaultKeys } from '../../../src/vault/keys.ts';
import { createVault } from '../../../src/vault/vault.ts';

const key = (id: string) => ({ id, base64: new Secret(randomBytes(32).toString('base64')) });
const place = { workspaceId: 'w1', rowId: 'r1', field: 'client_secret' };
const secret = new Secret('s3cret – ünïcode');

describe('a sealed secret', () => {
  it('opens at its place', () => {
    const vault = createVault([key('k1')]);
    const opened = vault.open(vault.seal(secret, place), place);
    expect(opened.ok && opened.value.reveal()).toBe('s3cret – ünïcode');
  });

  it('may be empty or long', () => {
    const vault = createVault([key('k1')]);
    for (const text of ['', 'x'.repeat(100_000)]) {
      const opened = vault.open(vault.seal(new Secret(text), place), place);
      expect(opened.ok && opened.value.reveal()).toBe(text);
    }
  });

  it('shows its key but nothing of the secret, and never looks the same twice', () => {
    const vault = createVault([key('k1')]);
    const sealed = vault.seal(secret, place);
    expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
    expect(vault.keyOf(sealed)).toBe('k1');
    expect(vault.seal(secret, place)).not.toBe(sealed);
  });

  it.each([
    ['another row', { ...place, rowId: 'r2' }],
    ['another field', { ...place, field: 'verification_token' }],
    ['another workspace', { ...place, workspaceId: 'w2' }],
    ['parts that only look the same when joined', { workspaceId: 'w1r', rowId: '1', field: 'client_secret' }],
  ])('moved to %s is refused', (_where, elsewhere) => {
    const vault = createVault([key('k1')]);
    expect(vault.open(vault.seal(secret, place), elsewhere)).toEqual({ ok: false, error: 'tampered' });
  });

  it('with any one character changed is refused', () => {
    const vault = createVault([key('k1')]);
    const sealed = vault.seal(secret, place);
    for (const index of [0, 1, sealed.indexOf('.', 6) - 3, sealed.length - 20, sealed.length - 3]) {
      const changed = sealed.slice(0, index) + (sealed[index] === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      expect(vault.open(changed, place)).toEqual({ ok: false, error: 'tampered' });
    }
    expect(vault.open(sealed.slice(0, -4), place)).toEqual({ ok: false, error: 'tampered' });
    expect(vault.open('', place)).toEqual({ ok: false, error: 'tampered' });
    expect(vault.keyOf('plain text')).toBeNull();
  });
});

describe('keys', () => {
  it('the first seals, older ones still open', () => {
    const [older, newer] = [key('old'), key('new')];
    const sealed = createVault([older]).seal(secret, place);
    const vault = createVault([newer, older]);
    expect(vault.open(sealed, place).ok).toBe(true);
    expect(vault.keyOf(vault.seal(secret, place))).toBe('new');
    expect(vault.sealingKey).toBe('new');
  });

  it('one that is gone is named as the reason', () => {
    const sealed = createVault([key('gone')]).seal(secret, place);
    expect(createVault([key('k1')]).open(sealed, place)).toEqual({ ok: false, error: 'unknown_key' });
  });

  it('another key under the same id does not open', () => {
    const sealed = createVault([key('k1')]).seal(secret, place);
    expect(createVault([key('k1')]).open(sealed, place)).toEqual({ ok: false, error: 'tampered' });
  });

  it('are read with the first one first', () => {
    const text = [1, 2].map((n) => `k${n}:${randomBytes(32).toString('base64')}`).join(', ');
    const keys = parseVaultKeys(text);
    expect(keys.ok && keys.value.map(({ id }) => id)).toEqual(['k1', 'k2']);
    expect(JSON.stringify(keys)).not.toContain(text.slice(3, 20));
  });
});

describe('a fingerprint', () => {
  it('is the same for the same secret, with the order of the other keys of no matter', () => {
    const [first, other] = [key('a'), key('b')];
    const [one, two] = [createVault([first]), createVault([first, other])];
    expect(one.fingerprint(secret)).toMatch(/^[0-9a-f]{8}$/);
    expect(two.fingerprint(new Secret(secret.reveal()))).toBe(one.fingerprint(secret));
  });

  it('differs for another secret and for another key', () => {
    const vault = createVault([key('a')]);
    expect(vault.fingerprint(new Secret('other'))).not.toBe(vault.fingerprint(secret));
    expect(createVault([key('a')]).fingerprint(secret)).not.toBe(vault.fingerprint(secret));
  });
});

describe('the fingerprint of a forgotten secret', () => {
  const place = { workspaceId: 'T1', rowId: 'row', field: 'pair.client' };

  it('is of its secret and of its place alone', () => {
    const vault = createVault([key('a')]);
    const fingerprint = vault.fingerprintAt(secret, place);
    expect(fingerprint).toMatch(/^f1\.a\.[0-9a-f]{32}$/);
    expect(fingerprint).not.toContain(secret.reveal());
    expect(vault.isFingerprintOf(fingerprint, new Secret(secret.reveal()), place)).toBe(true);
    expect(vault.isFingerprintOf(fingerprint, new Secret('other'), place)).toBe(false);
    for (const moved of [{ workspaceId: 'T2' }, { rowId: 'other' }, { field: 'pair.other' }])
      expect(vault.isFingerprintOf(fingerprint, secret, { ...place, ...moved })).toBe(false);
  });

  it('is recognised after a rotation while its key is there, and is unknown without it', () => {
    const old = key('a');
    const fingerprint = createVault([old]).fingerprintAt(secret, place);
    expect(createVault([key('b'), old]).isFingerprintOf(fingerprint, secret, place)).toBe(true);
    expect(createVault([key('b')]).isFingerprintOf(fingerprint, secret, place)).toBeNull();
  });

  it.each(['', 'f1.a', 'f1.a.zz', 'v1.a.b.c', 'f2.a.00000000000000000000000000000000'])(
    'is unknown where the text is none: %j',
    (text) => {
      expect(createVault([key('a')]).isFingerprintOf(text, secret, place)).toBeNull();
    },
  );
});
