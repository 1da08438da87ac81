import { memoize } from '../../../concurrency/memoize.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { isKnownScope } from '../catalogue/listed_scope.ts';
import { tidy } from '../grammar/characters.ts';
import { ACTIONS } from '../grammar/scope_shape.ts';
import type { Piece } from './paste_pieces.ts';

/** `meeting : read : meeting : admin` falls into seven pieces. */
const MOST_PIECES = 7;
const LONGEST_GAP = 8;
/** A cell of a table is padded with blanks, and a line break may stand among borders. */
const LONGEST_BREAK = 200;
const NAME = /^[\p{L}\p{N}_]+$/u;
const LEVELS: readonly (string | undefined)[] = [undefined, 'admin', 'master', 'user'];

/**
 * Puts scopes together again that were broken: by a line break, a hyphen before it, or blanks. What then is a known scope
 * is read as if it had never been broken; what only might be one is kept unchanged in one piece, and reported. Never two
 * scopes, never a label and a scope. Also the one name that Zoom itself prints with a blank.
 */
export function joinBroken(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { count, read } = brokenFrom(pieces, at, text);
    const [first, last] = [pieces[at], pieces[at + count - 1]];
    if (first === undefined || last === undefined) break;
    if (count === 1) joined.push(first);
    else
      joined.push({
        text: read ?? text.slice(first.at, last.until),
        at: first.at,
        until: last.until,
        whole: true,
      });
    at += count;
  }
  return joined;
}

interface Join {
  /** How many pieces are one scope; 1 if the first stands alone. */
  readonly count: number;
  /** The scope, where it is known. */
  readonly read?: string;
}

function brokenFrom(pieces: readonly Piece[], at: number, text: string): Join {
  const [first, second] = [pieces[at], pieces[at + 1]];
  if (first === undefined || second === undefined) return { count: 1 };
  if (isNameWithBlank(first, second, text)) return { count: 2 };
  if (!isNearColon(pieces, at)) return joinedWord(first, second, text);
  const run = runFrom(pieces, at, text);
  for (let count = run.length; count > 1; count -= 1) {
    const parts = run.slice(0, count);
    const read = parts.map(({ text }) => text).join('');
    if (parts.some(({ broken }) => broken) && isKnownScope(read)) return { count, read };
    if (isOneScope(parts.map(({ text }) => text))) return { count };
  }
  return insideWord(first, second, text);
}

function isNearColon(pieces: readonly Piece[], at: number): boolean {
  for (let next = at; next < at + MOST_PIECES; next += 1) if (pieces[next]?.text.includes(':')) return true;
  return false;
}

/** Prose, but for the few classic scopes of one word: `user_` and `profile`. */
function joinedWord(first: Piece, second: Piece, text: string): Join {
  if (!hasUnderscore(first, second)) return { count: 1 };
  const read = (withoutHyphen(first.text) + second.text).toLowerCase();
  return isKnownScope(read) && gapBetween(first, second, text) !== undefined
    ? { count: 2, read }
    : { count: 1 };
}

interface Part {
  /** In lower case, without the hyphen of a broken line. */
  readonly text: string;
  /** The gap behind it is a broken line, or the mark at it shows that it goes on. */
  readonly broken: boolean;
}

/** Pieces with a colon or an underscore at every gap between them. */
function runFrom(pieces: readonly Piece[], at: number, text: string): readonly Part[] {
  const run: Part[] = [];
  for (let next = at; next < at + MOST_PIECES; next += 1) {
    const [piece, after] = [pieces[next], pieces[next + 1]];
    if (piece === undefined) break;
    const gap = after === undefined ? undefined : gapBetween(piece, after, text);
    const lower = tidy(gap === 'line' ? withoutHyphen(piece.text) : piece.text).toLowerCase();
    const goesOn = after !== undefined && gap !== undefined && touches(piece, after);
    run.push({ text: lower, broken: goesOn && (gap === 'line' || hasUnderscore(piece, after)) });
    if (!goesOn) break;
  }
  return run;
}

function touches(before: Piece, after: Piece): boolean {
  return (
    withoutHyphen(before.text).endsWith(':') || after.text.startsWith(':') || hasUnderscore(before, after)
  );
}

function hasUnderscore(before: Piece, after: Piece): boolean {
  if (before.italic === true || after.italic === true) return false;
  const [ends, starts] = [/^[^_].*_$/.test(withoutHyphen(before.text)), /^_.*[^_]$/.test(after.text)];
  return ends || starts;
}

function withoutHyphen(text: string): string {
  return /[-‐]$/.test(text) ? text.slice(0, -1) : text;
}

/** A word broken in the middle, where nothing shows it but that the two halves are a scope. */
function insideWord(first: Piece, second: Piece, text: string): Join {
  const gap = gapBetween(first, second, text);
  if (gap === undefined) return { count: 1 };
  const [before, after] = [tidy(first.text).toLowerCase(), tidy(second.text).toLowerCase()];
  const hyphened = gap === 'line' && /[\p{L}\p{N}_:][-‐]$/u.test(before);
  const read = (hyphened ? withoutHyphen(before) : before) + after;
  const isScope = isKnownScope(after);
  if (read.includes(':') && isKnownScope(read)) {
    // `phone:read:call` and a line that begins with `s`, or `e` and `mail:read`: ambiguous, one word or two.
    const isTwo = before.includes(':') && isScope;
    const isUnclear = isScope || (isKnownScope(before) && !after.includes(':'));
    return isTwo ? { count: 1 } : isUnclear ? { count: 2 } : { count: 2, read };
  }
  // An underscore or hyphen at the break: neither half is a scope by itself.
  const truncated = hasUnderscore(first, second) && (before.includes(':') || after.includes(':'));
  const cut = hyphened && before.includes(':') && !isScope && /^[a-z0-9_:]+$/.test(second.text);
  return { count: truncated || cut ? 2 : 1 };
}

/** `blank`: a few blanks; `line`: one line break, perhaps among the borders of a table. */
function gapBetween(before: Piece, after: Piece, text: string): 'blank' | 'line' | undefined {
  const size = after.at - before.until;
  if (size < 1 || size > LONGEST_BREAK) return undefined;
  const gap = tidyGap(text.slice(before.until, after.at));
  const breaks = gap.split('\n').length - 1;
  if (breaks === 1 && /^[\s|│┃¦+>#*/-]*$/.test(gap)) return 'line';
  return breaks === 0 && size <= LONGEST_GAP && tidy(gap) === '' ? 'blank' : undefined;
}

function tidyGap(gap: string): string {
  return gap.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n');
}

const firstHalves = memoize(
  () => new Set(catalogue.scopes.flatMap(({ scope }) => (scope.includes(' ') ? scope.split(' ', 1) : []))),
);

/** The one that Zoom itself prints with a blank inside. */
function isNameWithBlank(first: Piece, second: Piece, text: string): boolean {
  if (!first.text.includes(':')) return false;
  const start = first.text.toLowerCase();
  if (!firstHalves().has(start) || gapBetween(first, second, text) === undefined) return false;
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
