import { randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Nobody's code in the shape of Zoom's: 33 characters, 10 + `_` + 22 (facts: as in Zoom's examples). */
export function madeUpCode(): string {
  return `${letters(10)}_${letters(22)}`;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
