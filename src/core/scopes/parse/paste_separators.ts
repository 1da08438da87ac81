import { isKnownScope, isWholeScope } from '../catalogue/listed_scope.ts';
import { ACTIONS } from '../grammar/scope_shape.ts';
import { SEAM } from './paste_decode.ts';
import { LONGEST_PIECE, type Piece, partOf, stripped } from './paste_pieces.ts';

/** Characters that may separate two items, or replace an underscore of a malformed scope. */
const MARKS = /['`´‘’‚‛—―–\\&=+!?./~^#$§¶†‡·∙・･。｡！？\u05be\p{Extended_Pictographic}\ue000\ue001-]+/gu;
/** Those that separate words of prose. */
const PROSE_MARKS = /['`´‘’‚‛—―\\&=+!?·∙・･。｡！？\ue000\ue001]+/gu;

/** Scripts whose letters are not lookalikes of Latin ones, and may follow a scope without a blank. */
const FOREIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Arabic}ー][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Arabic}ー\u05be:：]*/gu;
/** `name:` in front of a quotation mark. */
const LABEL = /^\p{L}[\p{L}\p{N}_]*:$/u;

const COLON = /[:：﹕∶꞉ː׃։]/u;
const ADDRESS =
  /:\/\/|^(?:https?|ftp|wss?|file|slack|zoommtg|mailto|tel|urn|data|javascript|sms):|@|:\d{2,5}(?:[/?]|$)/i;
const SCOPE_KEY = /scope|permission/i;

/**
 * Splits a word at ambiguous separators, but only where every part is a scope by itself or clearly prose; else it stays in
 * one piece and is reported as malformed: a scope is never read out of what may be a damaged other one.
 */
export function partsOf(piece: Piece): readonly Piece[] {
  const { text } = piece;
  if (piece.whole === true || text.length > LONGEST_PIECE * 20) return [piece];
  if (!COLON.test(text)) return prose(piece);
  if (text.includes('=')) return queryOf(piece);
  if (ADDRESS.test(text)) return [{ ...piece, other: true }];
  const word = stripped(piece);
  return COLON.test(word.text) ? atMarks(word) : prose(word);
}

/** Words without a colon, unless they are a scope whose signs were lost. */
function prose(piece: Piece): readonly Piece[] {
  const lower = piece.text.toLowerCase();
  const seamless = lower.replaceAll(SEAM, '');
  if (seamless !== lower && isKnownScope(seamless)) return [{ ...piece, text: seamless, whole: true }];
  const parts = split(piece, PROSE_MARKS);
  const isParted = parts.length > 1;
  const lost =
    ((isParted || lower.includes('\ufffd')) && isOneInRuins(lower)) ||
    // `scim2\qadmin`: one of the classic scopes of one word, or the first half of another.
    (isParted && parts.some((part) => isKnownScope(part.text.toLowerCase())));
  return lost ? [{ ...piece, whole: true }] : parts;
}

/** A listed scope, if its separators are read as the signs that they may replace. */
function isOneInRuins(lower: string, marks: RegExp = MARKS): boolean {
  return ['_', ':'].some((sign) => isKnownScope(lower.replace(marks, sign).replaceAll('\ufffd', sign)));
}

function split(piece: Piece, marks: RegExp): readonly Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(marks)) {
    if (match.index > from) parts.push(partOf(piece, from, match.index));
    from = match.index + match[0].length;
  }
  if (from === 0) return [piece];
  return from < piece.text.length ? [...parts, partOf(piece, from, piece.text.length)] : parts;
}

/** `https://…?client_id=x&scope=a+b`, `SCOPES=a`: scopes where the key says so, and what is one beyond doubt elsewhere. */
function queryOf(piece: Piece): readonly Piece[] {
  return split(piece, /[&?]+/g).flatMap((param) => {
    const equals = param.text.indexOf('=');
    const key = param.text.slice(0, equals);
    const bare = stripped(partOf(param, 0, equals));
    // `'user:read:user'=>1`, where nothing is behind the sign.
    if (equals === param.text.length - 1 && isKnownScope(bare.text.toLowerCase())) return [bare];
    // No key holds a colon: `meeting:read:list=meetings` is damaged.
    if (equals < 0) return partsOf(param);
    if (COLON.test(key)) return ADDRESS.test(key) ? [{ ...param, other: true }] : [{ ...param, whole: true }];
    if (isOneInRuins(param.text.toLowerCase())) return [{ ...param, whole: true }];
    const value = partOf(param, equals + 1, param.text.length);
    const named = split(partOf(param, 0, equals), PROSE_MARKS);
    const values = split(value, /[+=]+/g).flatMap((one) => valuesOf(one, SCOPE_KEY.test(key)));
    return [...named, ...values];
  });
}

function valuesOf(value: Piece, isNamed: boolean): readonly Piece[] {
  const parts = partsOf(value);
  return isNamed || parts.every(({ text }) => isWholeScope(text.toLowerCase()))
    ? parts
    : parts.map((part) => ({ ...part, other: true }));
}

function atMarks(piece: Piece): readonly Piece[] {
  const amongOthers = /^[!-~]*$/.test(piece.text) ? [piece] : split(piece, FOREIGN);
  const areKnown = amongOthers.every((part) => part !== piece && isKnownScope(part.text.toLowerCase()));
  if (areKnown && !isOneInRuins(piece.text.toLowerCase(), FOREIGN)) return amongOthers;
  const parts = split(piece, MARKS);
  const [only] = parts;
  if (parts.length < 2) return [only === undefined ? piece : { ...piece, ...only }];
  const lower = piece.text.toLowerCase();
  const seamless = piece.text.replaceAll(SEAM, '');
  if (isKnownScope(seamless.toLowerCase())) return [{ ...piece, text: seamless, whole: true }];
  if (!isOneInRuins(lower) && parts.every((part, i) => standsAlone(part, piece, parts[i + 1]))) return parts;
  const isOneWord = !seamless.match(MARKS) && !parts.some(({ text }) => isKnownScope(text.toLowerCase()));
  const text = isOneWord && isWholeScope(seamless.toLowerCase()) ? seamless : piece.text;
  return [{ ...piece, text, whole: true }];
}

/** A scope by itself; or prose: a word with a capital, and before or behind a slash any word. */
function standsAlone(part: Piece, { text, at }: Piece, next: Piece | undefined): boolean {
  if (
    part.at === at &&
    next !== undefined &&
    LABEL.test(part.text) &&
    /['`´‘’]/.test(text[part.until - at] ?? '')
  )
    return true;
  if (COLON.test(part.text)) {
    const lower = part.text.toLowerCase();
    // `read/write:meeting` is one mistake, not two scopes.
    return isWholeScope(lower) && !ACTIONS.includes(lower.slice(0, lower.indexOf(':')));
  }
  if (/^\p{Lu}\p{L}*$/u.test(part.text)) return true;
  const [before, behind] = [text[part.at - at - 1], next === undefined ? undefined : text[part.until - at]];
  return /^\p{L}+$/u.test(part.text) && (before === '/' || behind === '/');
}
