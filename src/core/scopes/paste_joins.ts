import { catalogue } from './catalogue.ts';
import { tidy } from './characters.ts';
import { once } from './once.ts';
import type { Piece } from './paste_pieces.ts';
import { ACTIONS } from './shape.ts';

/** `meeting : read : meeting : admin` falls into seven pieces. */
const MOST_PIECES = 7;
const LONGEST_GAP = 8;
const NAME = /^[\p{L}\p{N}_]+$/u;
const LEVELS: readonly (string | undefined)[] = [undefined, 'admin', 'master', 'user'];

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
  if (isNameWithBlank(pieces[at], pieces[at + 1], text)) return 2;
  const run = runFrom(pieces, at, text);
  for (let count = run.length; count > 1; count -= 1) if (isOneScope(run.slice(0, count))) return count;
  return 1;
}

/** Pieces with a colon at every gap between them. */
function runFrom(pieces: readonly Piece[], at: number, text: string): readonly string[] {
  const run: string[] = [];
  for (let next = at; next < at + MOST_PIECES; next += 1) {
    const [before, piece] = [pieces[next - 1], pieces[next]];
    if (piece === undefined) break;
    const follows = next === at || (touches(before, piece) && isNear(before, piece, text));
    if (!follows) break;
    run.push(tidy(piece.text).toLowerCase());
  }
  return run;
}

function touches(before: Piece | undefined, after: Piece): before is Piece {
  return before?.text.endsWith(':') === true || (before !== undefined && after.text.startsWith(':'));
}

function isNear(before: Piece, after: Piece, text: string): boolean {
  const end = before.position + before.text.length;
  const gap = after.position - end;
  return gap >= 1 && gap <= LONGEST_GAP && tidy(text.slice(end, after.position)) === '';
}

const firstHalves = once(
  () => new Set(catalogue.scopes.flatMap(({ scope }) => (scope.includes(' ') ? scope.split(' ', 1) : []))),
);

/** The one that Zoom itself prints with a blank inside. */
function isNameWithBlank(first: Piece | undefined, second: Piece | undefined, text: string): boolean {
  if (first === undefined || second === undefined || !first.text.includes(':')) return false;
  const start = first.text.toLowerCase();
  if (!firstHalves().has(start) || !isNear(first, second, text)) return false;
  return catalogue.find(`${start} ${second.text.toLowerCase()}`) !== undefined;
}

function isOneScope(run: readonly string[]): boolean {
  const [service = '', action = '', claim = '', level, ...further] = run.join('').split(':');
  const isWhole = NAME.test(service) && ACTIONS.includes(action) && NAME.test(claim);
  if (!isWhole || !LEVELS.includes(level) || further.length > 0) return false;
  const [first = '', ...more] = run;
  const alreadyWhole = level === undefined && countParts(first) >= 3;
  return !alreadyWhole && more.every((word) => countParts(word) < 3);
}

function countParts(word: string): number {
  return word.split(':').filter((part) => part !== '').length;
}
