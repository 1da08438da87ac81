import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Err, Ok, type Result } from '../core/result.ts';
import { Secret } from '../core/secrets/secret.ts';
import type { VaultKey } from './keys.ts';

/** Where a sealed value belongs. A value moved to another row, field or workspace does not open. */
export interface SealingContext {
  readonly workspaceId: string;
  readonly rowId: string;
  readonly field: string;
}

export type OpenError = 'unknown_key' | 'tampered';

export interface Vault {
  /** Text for a column: `v1.<key id>.<iv>.<ciphertext and tag>`, the last two base64url. */
  seal(secret: Secret, place: SealingContext): string;
  open(sealed: string, place: SealingContext): Result<Secret, OpenError>;
  /** 8 hex digits that are equal for equal secrets, and of no use without the key. Changes when the first key does. */
  fingerprint(secret: Secret): string;
  /**
   * Text for a column that recognises the same secret of the same place later: `f1.<key id>.<32 hex digits>`, an HMAC-SHA-256 by a key
   * derived for this alone. Without the key it tells nothing and can be compared with nothing, not even with a guess.
   */
  fingerprintAt(secret: Secret, place: SealingContext): string;
  /** Is it the secret of this fingerprint? Null: unknown, because the key is not configured any more. */
  isFingerprintOf(fingerprint: string, secret: Secret, place: SealingContext): boolean | null;
  /** The id of the key that sealed this, or null when the text is not a sealed value. */
  keyOf(sealed: string): string | null;
  /** The id of the key that seals now; values of another key wait to be sealed again. */
  readonly sealingKey: string;
}

interface OpenedKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT = /^f1\.([A-Za-z0-9_-]+)\.([0-9a-f]{32})$/;
const SEALED = /^v1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

/** AES-256-GCM under the first key; the other keys only open. */
export function createVault(given: readonly VaultKey[]): Vault {
  const keys = given.map(({ id, base64 }) => ({ id, bytes: Buffer.from(base64.reveal(), 'base64') }));
  const [first] = keys;
  if (first === undefined) throw new Error('The vault needs at least one key');
  const fingerprintKey = derive(first, 'greenroom fingerprint');
  return {
    sealingKey: first.id,
    seal: (secret, place) => seal(first, secret, place),
    open(sealed, place) {
      const match = SEALED.exec(sealed);
      if (match === null) return Err('tampered');
      const key = keys.find((candidate) => candidate.id === match[1]);
      return key === undefined ? Err('unknown_key') : open(key, match[2] ?? '', match[3] ?? '', place);
    },
    fingerprint: (secret) =>
      createHmac('sha256', fingerprintKey).update(secret.reveal()).digest('hex').slice(0, 8),
    fingerprintAt: (secret, place) => `f1.${first.id}.${fingerprintBy(first, secret, place)}`,
    isFingerprintOf(fingerprint, secret, place) {
      const match = FINGERPRINT.exec(fingerprint);
      const key = keys.find((candidate) => candidate.id === match?.[1]);
      if (match === null || key === undefined) return null;
      return match[2] === fingerprintBy(key, secret, place);
    },
    keyOf: (sealed) => SEALED.exec(sealed)?.[1] ?? null,
  };
}

function seal(key: OpenedKey, secret: Secret, place: SealingContext): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(associated(key.id, place));
  const sealed = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${key.id}.${iv.toString('base64url')}.${sealed.toString('base64url')}`;
}

function open(key: OpenedKey, iv: string, sealed: string, place: SealingContext): Result<Secret, OpenError> {
  const bytes = Buffer.from(sealed, 'base64url');
  const end = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(associated(key.id, place))
      .setAuthTag(bytes.subarray(end));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
    return Ok(new Secret(text.toString('utf8')));
  } catch {
    return Err('tampered');
  }
}

/** JSON keeps the parts apart: ["a","bc"] is never ["ab","c"]. */
function associated(keyId: string, place: SealingContext): Buffer {
  return Buffer.from(JSON.stringify(['v1', keyId, place.workspaceId, place.rowId, place.field]), 'utf8');
}

function derive(key: OpenedKey, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), purpose, 32));
}

function fingerprintBy(key: OpenedKey, secret: Secret, place: SealingContext): string {
  return createHmac('sha256', derive(key, 'greenroom fingerprint of a place'))
    .update(associated(key.id, place))
    .update(secret.reveal())
    .digest('hex')
    .slice(0, 32);
}
