import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Nobody's code in the shape of Zoom's: 33 characters, 10 + `_` + 22 (facts: as in Zoom's examples). */
export function madeUpCode(): string {
  // Some letters are a little likelier than others; nothing is kept secret by it.
  const code = Array.from(randomBytes(33), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  code[10] = '_';
  return code.join('');
}
