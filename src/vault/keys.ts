import { Err, Ok, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';

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
