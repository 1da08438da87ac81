import { trimEnd } from '../../text/trim_end.ts';

/** A stretch of a decoded text. */
export interface Piece {
  /** The text to parse: after a line break was undone, not as in the paste. */
  readonly text: string;
  /** Where it begins and ends, in UTF-16 units of the decoded text. */
  readonly at: number;
  readonly until: number;
  /** Joined from several, or truncated: not to be split again. */
  readonly whole?: boolean;
  /** What a query says of something else than scopes. */
  readonly other?: boolean;
  /** One of two that stand between the underscores of Markdown's italics. */
  readonly italic?: boolean;
}

/** A longer piece is no scope, however it is trimmed. */
export const LONGEST_PIECE = 300;

/**
 * Certain separators of two items: blanks of every kind, commas, semicolons, double quotes, brackets, bullets, bars. Never
 * anything that a malformed scope may hold; see paste_separators.ts for characters that may be either.
 */
const ITEM = /[^\s,;，、；،؛"“”„‟«»‹›()[\]{}<>（）［］｛｝「」『』【】|│┃¦•‣◦▪▫■□●○⁃※→⇒➔]+/gu;

const LABEL = /^(?:oauth_|required_|optional_)?scopes?:/i;

/** Cuts a decoded text into the words that may be scopes, prose included. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(ITEM)) {
    // Borders, bullets and the signs of comments may stand inside a scope that was broken over two lines.
    if (!/[\p{L}\p{N}_:…]/u.test(match[0])) continue;
    const piece = { text: match[0], at: match.index, until: match.index + match[0].length };
    pieces.push(piece.text.includes(':') ? unlabelled(piece) : piece);
  }
  return withItalics(pieces, text);
}

/** `scope:meeting:read:meeting` without its label. */
function unlabelled(piece: Piece): Piece {
  const found = LABEL.exec(piece.text)?.[0].length ?? 0;
  // What follows must still be a scope: `scopes:read` is none with a label.
  const label = piece.text.indexOf(':', found) > found ? found : 0;
  return { ...piece, text: piece.text.slice(label), at: piece.at + label };
}

/** `_a b_`: the underscores belong to Markdown, not to `a` and `b`. On one line only. */
function withItalics(pieces: readonly Piece[], text: string): readonly Piece[] {
  const italic = new Set<number>();
  let open: number | undefined;
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    if (before !== undefined && text.slice(before.until, piece.at).includes('\n')) open = undefined;
    const [starts, ends] = [piece.text.startsWith('_'), piece.text.endsWith('_')];
    if (starts && !ends) open = i;
    if (!ends || starts || open === undefined) return;
    italic.add(open).add(i);
    open = undefined;
  });
  return italic.size === 0
    ? pieces
    : pieces.map((piece, i) => (italic.has(i) ? { ...piece, italic: true } : piece));
}

/** The part of a piece from `from` to `to`, offsets in its text. */
export function partOf(piece: Piece, from: number, to: number): Piece {
  return { text: piece.text.slice(from, to), at: piece.at + from, until: piece.at + to };
}

/**
 * Takes off what surrounds a word in prose and lists: full stops, hyphens and numbers of list items, stars and
 * underscores of Markdown, footnote marks, a colon before an explanation. Not the underscore or the dots that show that the
 * word is truncated.
 */
export function stripped(piece: Piece): Piece {
  const { text, at } = piece;
  if (text.length > LONGEST_PIECE || piece.whole === true) return piece;
  const short = ABBREVIATION.exec(text)?.[0] ?? '';
  const marks = short + leadOf(text.slice(short.length));
  const rest = text.slice(marks.length);
  const word = withoutTail(rest, marks.includes('*'));
  const tail = rest.slice(word.length);
  const even = piece.italic === true || (marks.endsWith('_') && tail.startsWith('_'));
  const kept = even ? '' : (TRUNCATED.find((mark) => tail.startsWith(mark)) ?? '');
  const led = even ? '' : (TRUNCATED.find((mark) => marks.endsWith(mark)) ?? '');
  const from = marks.length - led.length;
  const to = marks.length + word.length + kept.length;
  return { ...piece, text: text.slice(from, to), at: at + from, until: at + to };
}

/** What people write in front of an example, now and then without a blank. */
const ABBREVIATION =
  /^(?:e\.g\.|i\.e\.|cf\.|incl\.|viz\.|ex\.|etc\.|resp\.|nb\.|usw\.|bzw\.|d\.h\.|z\.b\.|p\.ex\.|p\.ej\.)/i;

const LEAD = /^(?:\d{1,4}[^\p{L}\p{N}_*]|\p{No}|[^\p{L}\p{N}*]|\*+)/u;

/** The marks in front of a word; stars only where the word follows at once. */
function leadOf(text: string): string {
  let end = 0;
  for (let mark = LEAD.exec(text); mark !== null; mark = LEAD.exec(text.slice(end))) {
    const after = end + mark[0].length;
    if (mark[0].startsWith('*') && !/^[\p{L}\p{N}_]/u.test(text.slice(after))) break;
    end = after;
  }
  return text.slice(0, end);
}

const TRUNCATED = ['_', '…', '..'];

/** Without the marks at its end. A star that stands alone is a wildcard and stays, unless one stands in front too. */
function withoutTail(word: string, starred: boolean): string {
  const letters = trimEnd(word, (character) => !/[\p{L}\p{Nd}]/u.test(character));
  const tail = word.slice(letters.length);
  return starred ? letters : letters + tail.slice(0, loneStar(tail) + 1);
}

/** Where the last star stands that has no other beside it, or -1. */
function loneStar(marks: string): number {
  let at = marks.length - 1;
  while (at >= 0 && (marks[at] !== '*' || marks[at - 1] === '*' || marks[at + 1] === '*')) at -= 1;
  return at;
}
