import { createHash } from 'node:crypto';
import { Err, Ok, type Result } from '../core/result.ts';
import { Secret } from '../core/secrets/secret.ts';

/** A key of the vault: 32 bytes, in base64, and the short name under which sealed values remember it. */
export interface VaultKey {
  readonly id: string;
  readonly base64: Secret;
}

const KEY_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{1,32}$/;
const HEX = /^[0-9a-fA-F]{64}$/;
/** Both alphabets, with or without the sign at the end. */
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * Reads a list of keys, separated by commas: the first key seals, all of them open. A key is 32 bytes in base64, base64url or
 * hex, with an id in front (`id:key`) or bare; the id of a bare key is its fingerprint, whatever its encoding. The error is a
 * sentence that never repeats what was given.
 */
export function parseVaultKeys(text: string): Result<readonly VaultKey[], string> {
  const keys: VaultKey[] = [];
  for (const [index, entry] of text.split(',').entries()) {
    const place = `key ${index + 1}`;
    const parts = entry.trim().split(':');
    if (parts.length > 2) return Err(`${place} is not of the form id:base64key`);
    const [encoded = '', givenId] = parts.toReversed();
    if (givenId !== undefined && !ID.test(givenId))
      return Err(`${place} has an id other than 1 to 32 letters, digits, "-" or "_"`);
    const bytes = givenId === undefined ? bareKey(encoded) : keyWithId(encoded);
    if (bytes === null) return Err(`${place} is not 32 bytes in base64 or hex`);
    const id = givenId ?? vaultKeyFingerprint(bytes);
    if (keys.some((key) => key.id === id)) return Err(`${place} has the id of an earlier key`);
    keys.push({ id, base64: new Secret(bytes.toString('base64')) });
  }
  return Ok(keys);
}

/** Strict: anything else that stands there is a mistake, such as half of a key or a password. */
function bareKey(encoded: string): Buffer | null {
  if (HEX.test(encoded)) return Buffer.from(encoded, 'hex');
  return BASE64.test(encoded) ? Buffer.from(encoded, 'base64') : null;
}

/** Base64 as Node reads it, which skips other characters: keys that were accepted once stay so. */
function keyWithId(encoded: string): Buffer | null {
  if (HEX.test(encoded)) return Buffer.from(encoded, 'hex');
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.length === KEY_BYTES ? bytes : null;
}

/**
 * 16 hex digits of the key's SHA-256: equal for equal keys, for ever, because sealed values and backups remember it. A key is 256
 * random bits, so its hash does not help to find it.
 */
export function vaultKeyFingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * Why this is no random key, or null: zeros, a pattern, a sequence, text. A random key looks like any of these less than
 * once in 10^13 tries. A key that can be guessed opens every secret.
 */
export function weaknessOf({ base64 }: VaultKey): string | null {
  const bytes = [...Buffer.from(base64.reveal(), 'base64')];
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'readable text';
  if (new Set(bytes).size < 12) return 'too few different bytes';
  if (repeats(bytes)) return 'a repeated pattern';
  if (repeats(bytes.map((byte, place) => (byte - (bytes[place - 1] ?? 0)) & 0xff).slice(1)))
    return 'a sequence';
  return null;
}

function repeats(bytes: readonly number[]): boolean {
  const periods = Array.from({ length: 16 }, (_, index) => index + 1);
  return periods.some((period) =>
    bytes.every((byte, place) => place < period || byte === bytes[place - period]),
  );
}

/** The words for a first key that is weak; the first one seals, so a weak one is refused. */
export function weakFirstKey([first]: readonly VaultKey[]): string | null {
  const weakness = first === undefined ? null : weaknessOf(first);
  if (weakness === null) return null;
  return `key 1 can be guessed (${weakness}): put a new one in front, made with ${MAKE_KEY}, and keep this one behind it, with a comma, until every secret was replaced`;
}

/** What makes a key, in the words of messages to operators. */
export const MAKE_KEY = '"node dist/main.js key" (in a checkout: "npm run key")';
