import { own } from '../../own_property.ts';
import { isWholeScope } from '../catalogue/listed_scope.ts';
import { INVISIBLE } from '../grammar/characters.ts';
import { type PasteText, pasted, rewritten } from './paste_text.ts';

/**
 * Placeholder for markup that is not visible: `<b>`, `**`, a comment. It may separate two scopes or be inside one, which only
 * the text around it shows.
 */
export const SEAM = '\ue000';
/** Stands for `\\n` and the like between two words: a line break, or a lost sign before a word with an `n`. */
const ESCAPED_BREAK = '\ue001';
/** Stands for an encoded character that could not be read. No scope can hold it. */
const UNREADABLE = '\ufffd';

/** A text may be encoded twice (`%253A`, `&amp;#58;`, `\\u003a`), and again by each tool that it went through. */
const MOST_ROUNDS = 6;

type Replace = (match: RegExpExecArray, text: string) => string | undefined;

/** Backslash escapes of JSON, Markdown, LaTeX and programs; entities; percent signs; quoted-printable; UTF-7; Excel's XML. */
const ENCODINGS: readonly (readonly [pattern: RegExp, decode: Replace])[] = [
  [/\\textunderscore(?:\{\})? ?/g, () => '_'],
  [/\\(?:allowbreak|linebreak|nolinebreak|discretionary\{\}\{\})(?:\{\})? ?/g, () => ''],
  [/\\u\{[0-9a-f]{1,6}\}/gi, ([encoded]) => codePoint(Number.parseInt(encoded.slice(3, -1), 16))],
  [/%u[0-9a-f]{4}/gi, ([encoded]) => codePoint(Number.parseInt(encoded.slice(2), 16))],
  // Octal escapes of the printable signs.
  [/\\[01][0-7]{2}/g, ([encoded]) => codePoint(Number.parseInt(encoded.slice(1), 8))],
  [/\+A(?:Do|F8)-/g, ([encoded]) => (encoded.startsWith('+AD') ? ':' : '_')],
  [/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[!-/:-@[-`{-~nrtfbv])/gi, unescaped],
  [/&(?:#x[0-9a-f]+;?|#\d+;?|[a-z][a-z0-9]+;)/gi, entity],
  [/(?:%[0-9a-f]{2})+/gi, percentDecoded],
  [/=(?:3A|5F|\r?\n)/gi, quotedPrintable],
  [/_x[0-9a-f]{4}_/gi, ([encoded]) => codePoint(Number.parseInt(encoded.slice(2, 6), 16))],
];

const TAG = /<\/?([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>|<!--[^<>]*-->|\*\*+/gi;
/** Lines through, over and under letters, as sites for decorated text make them. */
const OVERLAYS = /[\u0305\u0332-\u0338\u033f\u20d0-\u20dc]/g;
/** A figure in a box, as people number a list. */
const KEYCAP = /[0-9#*]\ufe0f?\u20e3/g;
/** A letter and its accents, which many systems keep apart. */
const ACCENTED = /\p{L}\p{M}+/gu;
/** Where the attribute of a tag is a scope: `<option value="user:read:user">`. */
const ATTRIBUTE = /=\s?["']?([a-z0-9_]+:[a-z0-9_:]+)["'\s/>]/gi;

/** What a reader sees as a new line or a new cell. All other tags show nothing. */
const BLOCKS = new Set(
  `article aside blockquote body br button caption center col colgroup dd details div dl dt fieldset figcaption figure
   footer form h1 h2 h3 h4 h5 h6 head header hr html input label legend li main nav ol optgroup option p pre section select
   summary table tbody td textarea tfoot th thead title tr ul`.split(/\s+/),
);

/** Undoes every encoding that is surely one, so that a scope is whole again before anything is split. */
export function decoded(text: string): PasteText {
  let now = pasted(text);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let next = now;
    for (const [pattern, decode] of ENCODINGS) next = rewritten(next, pattern, decode);
    if (next === now) break;
    now = next;
  }
  const plain = rewritten(now, TAG, withoutTag);
  const seen = rewritten(
    rewritten(plain, KEYCAP, () => ' '),
    INVISIBLE,
    () => '',
  );
  const level = rewritten(seen, OVERLAYS, () => '');
  return rewritten(
    rewritten(level, ACCENTED, ([letter]) => letter.normalize('NFC')),
    /İ/g,
    () => 'I',
  );
}

function unescaped(match: RegExpExecArray, text: string): string | undefined {
  const meant = match[0].slice(1);
  if (meant.length > 1) return codePoint(Number.parseInt(meant.slice(1), 16));
  if (!/[a-z]/i.test(meant)) return meant;
  return isTight(match, text) ? ESCAPED_BREAK : '\n';
}

/** The entities that a list of scopes may hold; the numbers say all. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  ast: '*',
  bull: '•',
  colon: ':',
  comma: ',',
  commat: '@',
  dash: '-',
  emsp: ' ',
  ensp: ' ',
  equals: '=',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lt: '<',
  mdash: '—',
  middot: '·',
  midast: '*',
  nbsp: ' ',
  ndash: '–',
  newline: '\n',
  num: '#',
  percnt: '%',
  period: '.',
  quot: '"',
  semi: ';',
  shy: '',
  sol: '/',
  tab: '\t',
  thinsp: ' ',
  underbar: '_',
  verbar: '|',
  vert: '|',
  zerowidthspace: '',
  zwj: '',
  zwnj: '',
};

/**
 * An entity that is not listed is a blank between words, as most are, and unreadable inside one. Without its semicolon a
 * decimal number ends where its digits end; the end of a hexadecimal one is ambiguous.
 */
function entity(match: RegExpExecArray, text: string): string {
  const [encoded] = match;
  const whole = encoded.endsWith(';');
  const name = encoded.slice(1, whole ? -1 : undefined);
  if (/^#x/i.test(name))
    return (whole ? codePoint(Number.parseInt(name.slice(2), 16)) : undefined) ?? UNREADABLE;
  if (name.startsWith('#')) return codePoint(Number.parseInt(name.slice(1), 10)) ?? UNREADABLE;
  return own(ENTITIES, name.toLowerCase()) ?? (isTight(match, text) ? UNREADABLE : ' ');
}

/** Bytes that are no text stay encoded. */
function percentDecoded([encoded]: RegExpExecArray): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** `list=5Fmeetings`, and a line of a mail that was broken. `SCOPES=` at the end of a line is no encoding. */
function quotedPrintable(match: RegExpExecArray, text: string): string | undefined {
  const code = match[0].slice(1).toLowerCase();
  if (code === '3a' || code === '5f') return isTight(match, text) ? (code === '3a' ? ':' : '_') : undefined;
  const word =
    text
      .slice(Math.max(0, match.index - 80), match.index)
      .split(/\s/)
      .at(-1) ?? '';
  const goesOn = /[_:]/.test(text[match.index + match[0].length] ?? '');
  return word.includes(':') || word.endsWith('_') || (goesOn && word !== '') ? '' : undefined;
}

function isTight(match: RegExpExecArray, text: string): boolean {
  const after = text[match.index + match[0].length] ?? ' ';
  return /\w/.test(text[match.index - 1] ?? ' ') && /\w/.test(after);
}

function codePoint(code: number): string | undefined {
  return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : undefined;
}

/** A tag with scopes in it is kept: a link to Zoom's authorize page, a box to tick. */
function withoutTag(match: RegExpExecArray): string | undefined {
  const [whole, name] = match;
  if (/scope=/i.test(whole)) return undefined;
  if ([...whole.matchAll(ATTRIBUTE)].some((found) => isWholeScope((found[1] ?? '').toLowerCase())))
    return undefined;
  return name !== undefined && BLOCKS.has(name.toLowerCase()) ? '\n' : SEAM;
}
