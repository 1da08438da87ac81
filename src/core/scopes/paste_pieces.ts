import { trimEnd } from '../trim_end.ts';

/** A stretch of a text and where it begins, in UTF-16 units. */
export interface Piece {
  readonly text: string;
  readonly position: number;
}

/** A longer piece is no scope, however it is trimmed. */
export const LONGEST_PIECE = 300;

/**
 * Whatever parts the items of a list: blanks of every kind, commas, semicolons, quotes, brackets, bullets, bars, dashes
 * longer than a hyphen, and what stands between the parts of a query string. Never a colon, a star, a slash or a
 * hyphen: inside a scope these are mistakes worth naming.
 */
const ITEM =
  /[^\s,;，、；،"'`´‘’‚‛“”„‟«»‹›()[\]{}<>（）［］｛｝「」『』【】|│┃¦•‣◦▪▫■□●○·∙⁃※→⇒➔—―\\&=+!?]+/gu;

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const COLON_ENTITY = /^&(?:colon|#58|#x3a);$/i;
/** Counts as a blank in regular expressions, yet nobody sees it: made one of the others that nobody sees. */
const BYTE_ORDER_MARK = /\ufeff/g;
const ESCAPE = /\\[nrtbf"'/\\]/g;

const ENCODED_GAP = /%(?:25)?(?:20|2C|3B|0A|0D|09|22|5B|5D|26|3D|3F)/gi;
const LABEL = /^(?:oauth_|required_|optional_)?scopes?:/i;

/** Removes mark-up left over from web pages, JSON and logs. The length stays, so that positions stay true. */
export function withoutMarkup(text: string): string {
  return text
    .replace(TAG, (tag) => (/scope=/i.test(tag) ? tag : blanks(tag)))
    .replace(ENTITY, (entity) =>
      COLON_ENTITY.test(entity) ? `:${'\u200b'.repeat(entity.length - 1)}` : blanks(entity),
    )
    .replace(ESCAPE, blanks)
    .replace(BYTE_ORDER_MARK, '\u200b');
}

/** Cuts a text into the words that may be scopes, prose included. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(ITEM)) {
    const piece = { text: match[0], position: match.index };
    if (piece.text.includes('%')) pieces.push(...decoded(piece).map(unlabelled));
    else pieces.push(piece.text.includes(':') ? unlabelled(piece) : piece);
  }
  return pieces;
}

/** Parts of a piece that came out of a URL: `a%3Ab%20c%3Ad`. */
function decoded(piece: Piece): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const gap of piece.text.matchAll(ENCODED_GAP)) {
    pieces.push({ text: piece.text.slice(from, gap.index), position: piece.position + from });
    from = gap.index + gap[0].length;
  }
  pieces.push({ text: piece.text.slice(from), position: piece.position + from });
  return pieces.filter(({ text }) => text !== '');
}

/** `scope:meeting:read:meeting` without the label that was glued to it. */
function unlabelled({ text, position }: Piece): Piece {
  const found = LABEL.exec(text)?.[0].length ?? 0;
  // What follows must still be a scope: `scopes:read` is none with a label.
  const label = text.indexOf(':', found) > found ? found : 0;
  return { text: text.slice(label), position: position + label };
}

/**
 * Takes off what surrounds a word in prose and lists: full stops, hyphens and numbers of list items, stars and
 * underscores of Markdown, a colon before an explanation.
 */
export function stripped({ text, position }: Piece): Piece {
  if (text.length > LONGEST_PIECE) return { text, position };
  const lead = leadOf(text);
  const rest = text.slice(lead.length);
  return { text: withoutTail(rest, lead.includes('*')), position: position + lead.length };
}

const LEAD = /^(?:\d{1,4}[.)]|[^\p{L}\p{N}*]|\*+)/u;

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

/** Without the marks at its end. A star that stands alone is a wildcard and stays, unless one stands in front too. */
function withoutTail(word: string, starred: boolean): string {
  const letters = trimEnd(word, (character) => !/[\p{L}\p{N}]/u.test(character));
  const tail = word.slice(letters.length);
  return starred ? letters : letters + tail.slice(0, loneStar(tail) + 1);
}

/** Where the last star stands that has no other beside it, or -1. */
function loneStar(marks: string): number {
  let at = marks.length - 1;
  while (at >= 0 && (marks[at] !== '*' || marks[at - 1] === '*' || marks[at + 1] === '*')) at -= 1;
  return at;
}

/** The piece as a person would read it, percent signs decoded; some tools encode a whole URL a second time. */
export function readable(text: string): string {
  return /%(?:25)?3a/i.test(text)
    ? text
        .replace(/%(?:25)?3a/gi, ':')
        .replace(/%(?:25)?5f/gi, '_')
        .replace(/%(?:25)?2a/gi, '*')
    : text;
}

function blanks(text: string): string {
  return ' '.repeat(text.length);
}
