import { catalogue } from './catalogue.ts';
import { tidy } from './characters.ts';
import type { Piece } from './paste_pieces.ts';
import { ACTIONS } from './shape.ts';

/** `meeting : read : meeting : admin` falls into seven pieces. */
const MOST_PIECES = 7;
const LONGEST_GAP = 8;
const WHOLE = new RegExp(
  `^[\\p{L}\\p{N}_]+:(?:${ACTIONS.join('|')}):[\\p{L}\\p{N}_]+(:(?:admin|master|user))?$`,
  'u',
);

/**
 * Puts scopes together again that have blanks after their colons. Joins only what then reads `service:action:claim` with
 * an action of Zoom's, never two scopes, never a label and a scope. Also the one name that Zoom itself prints with a blank.
 */
export function joinBroken(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const count = brokenFrom(pieces, at, text);
    const [first, last] = [pieces[at], pieces[at + count - 1]];
    if (first === undefined || last === undefined) break;
    joined.push(
      count === 1 ? first : { ...first, text: text.slice(first.position, last.position + last.text.length) },
    );
    at += count;
  }
  return joined;
}

/** How many pieces from here on are one scope; 1 if this piece stands alone. */
function brokenFrom(pieces: readonly Piece[], at: number, text: string): number {
  const run = runFrom(pieces, at, text);
  for (let count = run.length; count > 1; count -= 1) if (isOneScope(run.slice(0, count))) return count;
  return 1;
}

function runFrom(pieces: readonly Piece[], at: number, text: string): readonly string[] {
  const run: string[] = [];
  let before: Piece | undefined;
  for (const piece of pieces.slice(at, at + MOST_PIECES)) {
    if (before !== undefined && !mayBelong(before, piece, text)) break;
    run.push(tidy(piece.text).toLowerCase());
    before = piece;
  }
  return run;
}

function mayBelong(before: Piece, after: Piece, text: string): boolean {
  const end = before.position + before.text.length;
  const gap = after.position - end;
  if (gap < 1 || gap > LONGEST_GAP || tidy(text.slice(end, after.position)) !== '') return false;
  return (
    before.text.endsWith(':') ||
    after.text.startsWith(':') ||
    (before.text.includes(':') && after.text.includes(':'))
  );
}

function isOneScope(run: readonly string[]): boolean {
  if (run.length === 2 && catalogue.find(run.join(' ')) !== undefined) return true;
  const level = WHOLE.exec(run.join(''))?.[1];
  if (!WHOLE.test(run.join(''))) return false;
  const [first = '', ...more] = run;
  const touching = more.every((word, at) => word.startsWith(':') || run[at]?.endsWith(':') === true);
  const alreadyWhole = level === undefined && countParts(first) >= 3;
  return touching && !alreadyWhole && more.every((word) => countParts(word) < 3);
}

function countParts(word: string): number {
  return word.split(':').filter((part) => part !== '').length;
}
