import { catalogue } from '../catalogue/catalogue.ts';
import { isTruncated } from '../catalogue/listed_scope.ts';
import { firstForeign, inPlainLetters, lookAlike } from '../grammar/characters.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { ACTIONS, looksClassic, readShape } from '../grammar/scope_shape.ts';
import { rowFor } from '../search/suggest_scope.ts';
import type { Malformation } from './verdict_types.ts';

/** Scopes have at most 67 characters so far. */
const LONGEST = 200;

/** Why a scope that fits no shape does not, and what was probably meant. `scope` is trimmed and in lower case. */
export function diagnose(
  scope: string,
  managementType: ManagementType,
): { readonly why: Malformation; readonly suggestion?: string; readonly guessed?: boolean } {
  if (scope.length > LONGEST) return { why: { code: 'too_long' } };
  return { why: reason(scope), ...suggest(scope, managementType) };
}

function reason(scope: string): Malformation {
  if (isTruncated(scope)) return { code: 'truncated' };
  if (scope.includes('*')) return { code: 'wildcard' };
  if (/\s/.test(scope)) return { code: 'blank' };
  const character = firstForeign(scope);
  if (character !== undefined) {
    const seen = lookAlike(character);
    return seen === undefined ? { code: 'character', character } : { code: 'look_alike', character, ...seen };
  }
  if (scope.endsWith(':user')) return { code: 'user_suffix' };
  return { code: 'parts' };
}

/**
 * A repair keeps every letter and only puts right how they are written; anything else is a guess: what is left of a longer
 * scope may well be another one (`contact:group:read:admin`).
 */
function suggest(
  scope: string,
  managementType: ManagementType,
): { readonly suggestion?: string; readonly guessed?: boolean } {
  // A truncated scope is never completed, whatever it resembles.
  if (isTruncated(scope) || scope.includes('*')) return {};
  const plain = inPlainLetters(scope.replace(/\s/g, '')).replace(/:{2,}/g, ':');
  const repairs = [plain, plain.replace(/:user$/, ''), suffixLast(plain)];
  const repaired = knownAmong(repairs, managementType);
  if (repaired !== undefined) return { suggestion: repaired };
  const tail = knownAmong(tails(plain), managementType);
  if (tail !== undefined) return { suggestion: tail, guessed: true };
  const plausible = repairs.find((repair) => repair !== scope && isPlausible(repair));
  return plausible === undefined ? {} : { suggestion: plausible };
}

function knownAmong(texts: readonly string[], managementType: ManagementType): string | undefined {
  const text = texts.find((candidate) => catalogue.find(candidate) ?? catalogue.isClassic(candidate));
  const row = text === undefined ? undefined : catalogue.find(text);
  return (row === undefined ? undefined : rowFor(row.base, managementType)?.scope) ?? text;
}

function isPlausible(scope: string): boolean {
  const shape = readShape(scope);
  return shape === undefined ? looksClassic(scope) : ACTIONS.includes(shape.action);
}

/** `meeting:read:admin:meeting` with its level at the end. */
function suffixLast(scope: string): string {
  const [service, action, level, ...claim] = scope.split(':');
  return level === 'admin' || level === 'master' ? [service, action, ...claim, level].join(':') : scope;
}

/** The scope without a label before it: `scope:meeting:read:meeting`. */
function tails(scope: string): readonly string[] {
  const parts = scope.split(':');
  return parts.length > 3 ? [parts.slice(1).join(':'), parts.slice(2).join(':')] : [];
}
