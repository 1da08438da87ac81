import { catalogue } from './catalogue.ts';
import { tidy } from './characters.ts';
import type { ManagementType } from './level.ts';
import { looksSecret } from './looks_secret.ts';
import { unglue } from './malformed.ts';
import { once } from './once.ts';
import { serviceNames } from './other_names.ts';
import { joinBroken } from './paste_joins.ts';
import { parseJson, readManifest } from './paste_manifest.ts';
import { LONGEST_PIECE, type Piece, piecesOf, readable, stripped, withoutMarkup } from './paste_pieces.ts';
import { isRolePermission } from './role_permission.ts';
import { ACTIONS } from './shape.ts';

/** In UTF-16 units. */
const MOST = 1_048_576;

export interface FoundScope {
  /** As it stands in the paste. */
  readonly text: string;
  /**
   * As it would be declared: trimmed, lower case, without invisible characters. Capitals stay only where they show that
   * other words are glued to a scope, or a permission of a role.
   */
  readonly normalised: string;
  /** Offset in the paste, in UTF-16 units. */
  readonly position: number;
}

export interface PasteResult {
  readonly found: readonly FoundScope[];
  /** How many words were no scopes. Only their number: one of them may be a secret. */
  readonly ignored: number;
  readonly source: 'list' | 'json' | 'manifest' | 'authorize_url' | 'zoom_error';
  /** From the manifest's `usage`, when one was pasted. */
  readonly managementType?: ManagementType;
  /** The paste was longer than 1 MB; the rest was not read. */
  readonly cut: boolean;
}

/**
 * Finds the scopes in anything a person may paste: lists of every kind, JSON, a Zoom manifest, an authorize URL, Zoom's
 * missing-scope errors, prose. Damaged scopes are kept, so that they can be named. Linear in its length; never throws.
 */
export function parsePaste(text: string): PasteResult {
  const read = text.slice(0, MOST);
  const cut = text.length > MOST;
  return { ...(parseManifest(read) ?? parseWords(read)), cut };
}

function parseManifest(text: string): Omit<PasteResult, 'cut'> | undefined {
  const manifest = readManifest(text);
  if (manifest === undefined) return undefined;
  const { scopes, ignored, managementType } = manifest;
  const found = scopes.filter((scope) => tidy(scope) !== '');
  return {
    found: located(found, text),
    ignored,
    source: 'manifest',
    ...(managementType === undefined ? {} : { managementType }),
  };
}

/** Scopes of a manifest stand in its text in their order; an escaped one is placed where the one before it ended. */
function located(scopes: readonly string[], text: string): readonly FoundScope[] {
  let from = text.indexOf('"scopes"');
  let lost = false;
  return scopes.map((scope) => {
    const at = lost ? -1 : text.indexOf(scope, from);
    lost ||= at < 0;
    const position = lost ? Math.max(0, from) : at;
    if (!lost) from = at + scope.length;
    return { text: scope, normalised: normalise(scope), position };
  });
}

function parseWords(text: string): Omit<PasteResult, 'cut'> {
  const clean = withoutMarkup(text);
  const found: FoundScope[] = [];
  let ignored = 0;
  for (const part of joinBroken(piecesOf(clean), clean).flatMap(bySlash)) {
    if (isProse(part.text)) {
      ignored += 1;
      continue;
    }
    const piece = stripped(part);
    const normalised = normalise(readable(piece.text));
    if (isWorthNaming(normalised) && !looksSecret(readable(piece.text))) {
      const { position } = piece;
      found.push({ text: text.slice(position, position + piece.text.length), normalised, position });
    } else if (/\p{L}/u.test(normalised)) {
      ignored += 1;
    }
  }
  return { found, ignored, source: sourceOf(text) };
}

/** Letters only: most of most texts, and of no interest unless it is one of the classic scopes of one word. */
function isProse(word: string): boolean {
  return /^[A-Za-z]+[.]?$/.test(word) && !catalogue.isClassic(word.toLowerCase().replace('.', ''));
}

function normalise(text: string): string {
  const tidied = tidy(text);
  return unglue(tidied) === undefined && !isRolePermission(tidied) ? tidied.toLowerCase() : tidied;
}

/** `a:read:b/c:read:d` is two scopes; `a:read/write:b` is one mistake; an address is neither. */
function bySlash(piece: Piece): readonly Piece[] {
  const { text, position } = piece;
  if (!text.includes('/') || text.length > LONGEST_PIECE || text.includes('://')) return [piece];
  const parts = text.split('/');
  // `information/phone:read:admin`: a word of prose and a scope.
  const whole = parts.every(
    (part) =>
      /^\p{L}+$/u.test(part) ||
      (/^[^:]+:[^:]/.test(part) && !ACTIONS.includes(part.slice(0, part.indexOf(':')))),
  );
  if (!whole || !parts.some((part) => part.includes(':'))) return [piece];
  let from = position;
  return parts.map((part) => {
    const own = { text: part, position: from };
    from += part.length + 1;
    return own;
  });
}

const COLON_IN_WORD = /[\p{L}\p{N}_*]\s?[:：﹕∶꞉ː׃։]+\s?[\p{L}\p{N}_*]/u;
const ADDRESS = /^(?:mailto|tel|urn|data|javascript|sms):|:\/\/|@/;

/** A scope, or something that was meant to be one: it holds a colon inside a word, and is no time, port or address. */
function isWorthNaming(word: string): boolean {
  if (isRolePermission(word)) return true;
  if (!word.includes(':')) return catalogue.isClassic(word) || COLON_IN_WORD.test(word);
  if (!COLON_IN_WORD.test(word) || ADDRESS.test(word)) return false;
  const parts = word.slice(0, LONGEST_PIECE).split(':');
  // `Warning:this` is prose. Two parts must say something that scopes say too.
  if (parts.length === 2 && !word.includes('_') && !word.includes('*') && !isHalfKnown(parts)) return false;
  return ACTIONS.includes(parts[1] ?? '') || !parts.some((part) => /^\d+\D{0,2}$/.test(part));
}

const resources = once(
  () => new Set(catalogue.scopes.flatMap((row) => [row.base, ...row.classic]).map(firstPart)),
);

function isHalfKnown([resource = '', action = '']: readonly string[]): boolean {
  return (
    ACTIONS.includes(action) ||
    serviceNames(resource).some((name) => resources().has(name)) ||
    catalogue.isClassic(`${resource}:${action}`)
  );
}

function firstPart(scope: string): string {
  return scope.split(':', 1)[0] ?? '';
}

function sourceOf(text: string): PasteResult['source'] {
  if (/does not contain scopes?\b|is not a valid scope name/i.test(text)) return 'zoom_error';
  if (/[?&;](?:optional_)?scope=/i.test(text) || /%(?:25)?(?:26|3f)(?:optional_)?scope%(?:25)?3d/i.test(text))
    return 'authorize_url';
  const isJson = /^\s*[[{]/.test(text) && parseJson(text) !== undefined;
  return isJson ? 'json' : 'list';
}
