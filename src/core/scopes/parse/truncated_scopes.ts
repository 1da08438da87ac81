import { isKnownScope } from '../catalogue/listed_scope.ts';
import type { Piece } from './paste_pieces.ts';

/** Most pieces between the two halves of a scope, when a table prints other cells between them. */
const APART = 12;

/**
 * Words without a colon are prose, but for those that show that a scope beside them is only half of one: `contact_`, a few
 * cells before `group:read:admin`; `_settings` behind `user:read:user`. These are reported, so that the half is not accepted.
 */
export function nameTruncated(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, i) => {
    const { text, italic } = piece;
    if (italic === true || text.includes(':') || text.length > 60) return piece;
    const word = text.toLowerCase();
    const near = /^[a-z0-9][a-z0-9_]*_$/.test(word)
      ? pieces.slice(i + 1, i + 1 + APART).some((other) => isScope(other.text.toLowerCase()))
      : /^_[a-z0-9_]*[a-z0-9]$/.test(word) &&
        pieces.slice(Math.max(0, i - APART), i).some((other) => isScope(other.text.toLowerCase() + word));
    return near ? { ...piece, whole: true } : piece;
  });
}

function isScope(text: string): boolean {
  return text.includes(':') && isKnownScope(text);
}
