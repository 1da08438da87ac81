import { Err, Ok, type Result } from '../core/result.ts';
import { Secret } from '../core/secrets/secret.ts';

/** A key of the vault: 32 bytes, in base64, and the short name under which sealed values remember it. */
export interface VaultKey {
  readonly id: string;
  readonly base64: Secret;
}

const ID = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Reads `id:base64key[,older...]`: the first key seals, all of them open. The error is a sentence that never repeats
 * what was given.
 */
export function parseVaultKeys(text: string): Result<readonly VaultKey[], string> {
  const keys: VaultKey[] = [];
  for (const [index, entry] of text.split(',').entries()) {
    const place = `key ${index + 1}`;
    const [id = '', encoded, ...rest] = entry.trim().split(':');
    if (encoded === undefined || rest.length > 0) return Err(`${place} is not of the form id:base64key`);
    if (!ID.test(id)) return Err(`${place} has an id other than 1 to 32 letters, digits, "-" or "_"`);
    if (keys.some((key) => key.id === id)) return Err(`${place} has the id of an earlier key`);
    if (Buffer.from(encoded, 'base64').length !== 32) return Err(`${place} is not 32 bytes in base64`);
    keys.push({ id, base64: new Secret(encoded) });
  }
  return Ok(keys);
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

export const MAKE_KEY = `node -e "console.log('k1:' + crypto.randomBytes(32).toString('base64'))"`;
