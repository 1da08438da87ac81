import { memoize } from '../../../concurrency/memoize.ts';
import { looksSecret } from '../../secrets/find_secrets.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { isKnownScope } from '../catalogue/listed_scope.ts';
import { tidy } from '../grammar/characters.ts';
import { isRolePermission } from '../grammar/role_permission.ts';
import { ACTIONS } from '../grammar/scope_shape.ts';
import { serviceNames } from '../grammar/service_names.ts';
import { splitAttachedText } from './attached_text.ts';
import { splitConcatenated } from './concatenated_scopes.ts';
import { LONGEST_PIECE, type Piece } from './paste_pieces.ts';

/** Letters only: most of most texts, and of no interest unless it is one of the classic scopes of one word. */
export function isProse(word: string): boolean {
  return /^[A-Za-z]+[.]?$/.test(word) && !catalogue.isClassic(word.toLowerCase().replace('.', ''));
}

/** As a scope would be declared; capitals stay where they show attached text, or a permission of a role. */
export function normalise(text: string): string {
  const tidied = tidy(text);
  return splitAttachedText(tidied) === undefined && !isRolePermission(tidied) ? tidied.toLowerCase() : tidied;
}

const COLON_IN_WORD = /[\p{L}\p{N}_*]\s?[:：﹕∶꞉ː׃։]+\s?[\p{L}\p{N}_*]/u;
const ADDRESS = /^(?:mailto|tel|urn|data|javascript|sms):|:\/\/|@/;

/** A scope, or something that was meant to be one: it holds a colon inside a word, and is no time, port, address or secret. */
export function isScopeLike({ text, whole }: Piece): boolean {
  const word = normalise(text);
  if (looksSecret(text) && !isMadeOfScopes(text)) return false;
  if (isRolePermission(word)) return true;
  if (!word.includes(':')) return whole === true || catalogue.isClassic(word) || COLON_IN_WORD.test(word);
  if (!COLON_IN_WORD.test(word) || ADDRESS.test(word)) return false;
  const parts = word.slice(0, LONGEST_PIECE).split(':');
  // `Warning:this` is prose. Two parts must say something that scopes say too.
  if (parts.length === 2 && !word.includes('_') && !word.includes('*') && !isHalfKnown(parts)) return false;
  return ACTIONS.includes(parts[1] ?? '') || !parts.some((part) => /^\d+\D{0,2}$/.test(part));
}

/** Names of scopes hold words such as `private_key`, which look like a secret's label when another scope follows directly. */
function isMadeOfScopes(text: string): boolean {
  return splitConcatenated(tidy(text))?.every((part) => isKnownScope(part.toLowerCase())) === true;
}

const resources = memoize(
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
