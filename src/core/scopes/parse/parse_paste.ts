import type { Chunks } from '../chunks.ts';
import { tidy } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { partedBehindLevel, splitConcatenated } from './concatenated_scopes.ts';
import { joinBroken } from './join_lines.ts';
import { alternativesIn, isMissingScopeError, usageIn } from './missing_scope_error.ts';
import { decoded } from './paste_decode.ts';
import { type ManifestScopes, parseJson, readManifest } from './paste_manifest.ts';
import { type Piece, partOf, piecesOf, stripped } from './paste_pieces.ts';
import { partsOf } from './paste_separators.ts';
import type { PasteText } from './paste_text.ts';
import { isProse, isScopeLike, normalise } from './scope_like.ts';
import { nameTruncated } from './truncated_scopes.ts';

/** In UTF-16 units. */
const MOST = 1_048_576;

export interface FoundScope {
  /** As it is written in the paste, encoded characters included. */
  readonly text: string;
  /**
   * As it would be declared: trimmed, lower case, without invisible characters. Capitals stay only where they show that
   * other text is attached to a scope, or a permission of a role.
   */
  readonly normalised: string;
  /** Offset of `text` in the paste, in UTF-16 units. */
  readonly position: number;
  /** Which list of an error of Zoom's it stands in: of such a list one is usually enough. */
  readonly alternativeOf?: number;
}

export interface PasteResult {
  readonly found: readonly FoundScope[];
  /** How many words were no scopes. Only their number: one of them may be a secret. */
  readonly ignored: number;
  readonly source: 'list' | 'json' | 'manifest' | 'authorize_url' | 'zoom_error';
  /** From the manifest's `usage`, or from the error that names one. */
  readonly managementType?: ManagementType;
  /** The paste was longer than 1 MB; the rest was not read. */
  readonly cut: boolean;
  /** A manifest of which the beginning or the end is missing. */
  readonly incomplete?: boolean;
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

/** The fields of a form, in chunks. */
export function* parsingEach(texts: readonly string[]): Chunks<readonly PasteResult[]> {
  const pastes: PasteResult[] = [];
  for (const text of texts) {
    pastes.push(parsePaste(text));
    yield;
  }
  return pastes;
}

function parseManifest(text: string): Omit<PasteResult, 'cut'> | undefined {
  const manifest = readManifest(text);
  if (manifest === undefined) return undefined;
  const { ignored, managementType, incomplete } = manifest;
  return {
    found: located(manifest, text),
    ignored,
    source: 'manifest',
    ...(incomplete ? { incomplete } : {}),
    ...(managementType === undefined ? {} : { managementType }),
  };
}

/** Scopes of a manifest, with their places in the paste. */
function located({ scopes, clean, listAt }: ManifestScopes, paste: string): readonly FoundScope[] {
  let from = listAt;
  return scopes
    .filter((scope) => tidy(scope) !== '')
    .map((scope) => {
      // The dots mark where it was cut; they are not in the text.
      const own = scope.replace(/^…|…$/g, '');
      // With its quotes first: a scope of a few characters may also be part of the JSON around it.
      const quoted = clean.text.indexOf(`"${scope}"`, from);
      const at = clean.text.indexOf(own, quoted < 0 ? from : quoted + 1);
      from = at + own.length;
      const position = clean.startOf(at);
      const text = paste.slice(position, clean.endOf(from));
      return { text, normalised: normalise(decoded(scope).text), position };
    });
}

function parseWords(text: string): Omit<PasteResult, 'cut'> {
  const clean = decoded(text);
  const found: FoundScope[] = [];
  let ignored = 0;
  const words = nameTruncated(joinBroken(piecesOf(clean.text), clean.text).flatMap(partsOf));
  for (const part of words) {
    const piece = stripped(part);
    if (part.other === true || isProse(part.text) || !isScopeLike(piece)) {
      if (/\p{L}/u.test(part.text)) ignored += 1;
      continue;
    }
    for (const own of partedBehindLevel(piece)) found.push(...scopesOf(own, clean, text));
  }
  const source = sourceOf(text);
  if (source !== 'zoom_error') return { found, ignored, source };
  const managementType = usageIn(text);
  const type = managementType === undefined ? {} : { managementType };
  return { found: withAlternatives(found, text), ignored, source, ...type };
}

function withAlternatives(found: readonly FoundScope[], text: string): readonly FoundScope[] {
  const lists = alternativesIn(text);
  let at = 0;
  return found.map((scope) => {
    while ((lists[at]?.to ?? Number.POSITIVE_INFINITY) <= scope.position) at += 1;
    return scope.position >= (lists[at]?.from ?? Number.POSITIVE_INFINITY)
      ? { ...scope, alternativeOf: at }
      : scope;
  });
}

/** One scope, or several concatenated ones. */
function scopesOf(piece: Piece, clean: PasteText, paste: string): readonly FoundScope[] {
  const parts = piece.whole === true ? undefined : splitConcatenated(tidy(piece.text));
  if (parts === undefined) return [foundScope(piece, clean, paste)];
  let from = 0;
  return parts.map((part) => {
    const own = partOf(piece, from, from + part.length);
    from += part.length;
    return foundScope(own, clean, paste);
  });
}

function foundScope({ text, at, until }: Piece, clean: PasteText, paste: string): FoundScope {
  const position = clean.startOf(at);
  const source = paste.slice(position, clean.endOf(until));
  // Markup inside a text that cannot be read is shown unchanged.
  return { text: source, normalised: normalise(/[\ue000\ue001]/.test(text) ? source : text), position };
}

function sourceOf(text: string): PasteResult['source'] {
  if (isMissingScopeError(text) || /is not a valid scope name/i.test(text)) return 'zoom_error';
  if (/[?&;](?:optional_)?scope=/i.test(text) || /%(?:25)?(?:26|3f)(?:optional_)?scope%(?:25)?3d/i.test(text))
    return 'authorize_url';
  const isJson = /^\s*[[{]/.test(text) && parseJson(text) !== undefined;
  return isJson ? 'json' : 'list';
}
