import { secretIn } from '../../secrets/find_secrets.ts';

/**
 * Whether a text with colons may be credentials (`id:secret`) rather than a scope. Such a text is never shown again.
 * Z8: Zoom's client ids have about 22 characters, its secrets 32 letters and digits.
 */
export function looksSecret(text: string): boolean {
  if (!/[A-Z\d]/.test(text)) return false;
  if (secretIn(text) !== null) return true;
  return text.split(/[^A-Za-z0-9_-]+/).some((part) => isMixed(part) || isRandom(part));
}

/** Long, with capitals and digits, or with many capitals: no scope has any. */
function isMixed(part: string): boolean {
  const capitals = part.replace(/[^A-Z]/g, '').length;
  const smalls = /[a-z]/.test(part);
  return part.length >= 16 && smalls && (capitals >= 6 || (capitals > 0 && /\d/.test(part)));
}

/** Long, without the underscores that long names have, and with several digits. */
function isRandom(part: string): boolean {
  return part.length >= 20 && /^[a-z0-9]+$/i.test(part) && part.replace(/\D/g, '').length >= 3;
}
