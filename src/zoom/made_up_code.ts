import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A code that belongs to nobody, in the shape of Zoom's (Z7): 33 characters, 10 + `_` + 22. */
export function madeUpCode(): string {
  // Some letters are a little likelier than others; nothing is kept secret by it.
  const code = Array.from(randomBytes(33), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  code[10] = '_';
  return code.join('');
}
