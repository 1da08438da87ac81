import { isKnownScope, isTruncated } from '../catalogue/listed_scope.ts';
import { inPlainLetters } from '../grammar/characters.ts';
import { nearestScope } from '../search/suggest_scope.ts';
import type { MalformedVerdict, ScopeVerdict, UnknownVerdict } from './verdict_types.ts';

/** In one list: each costs more than a verdict, and a list with more of them is usually something else. */
const MOST_GUESSES = 20;

/** The verdicts, with suggestions for the first unknown and malformed scopes. Only a person may apply these. */
export function withGuesses(verdicts: readonly ScopeVerdict[]): readonly ScopeVerdict[] {
  let left = MOST_GUESSES;
  return verdicts.map((verdict) => {
    if (left === 0 || !(isOpen(verdict) || isUnread(verdict))) return verdict;
    left -= 1;
    return isOpen(verdict) ? withNear(verdict) : withGuess(verdict);
  });
}

function isOpen(verdict: ScopeVerdict): verdict is UnknownVerdict {
  return verdict.kind === 'unknown' && !verdict.confirmed && verdict.knownAs.length === 0;
}

/** Texts with separators or blanks have lost something, and are not compared with listed scopes. */
function isUnread(verdict: ScopeVerdict): verdict is MalformedVerdict {
  if (verdict.kind !== 'malformed' || isTruncated(verdict.scope)) return false;
  const { why, scope, suggestion } = verdict;
  if (why.code === 'attached_text' || why.code === 'role_permission' || why.code === 'too_long') return false;
  return /^[\p{L}\p{N}_:]+$/u.test(scope) && (suggestion === undefined || !isKnownScope(suggestion));
}

function withNear(verdict: UnknownVerdict): UnknownVerdict {
  const near = nearestScope(verdict.scope, verdict.managementType);
  return near === undefined ? verdict : { ...verdict, near };
}

/** `meetingsuser:read:list_users:adminview`: a known scope behind other letters, the longest. */
function scopeInside(text: string): string | undefined {
  const levelled = /^.*:(?:admin|master)/.exec(text)?.[0] ?? text;
  for (const whole of [text, levelled])
    for (let at = 1; whole.includes(':', at); at += 1)
      if (isKnownScope(whole.slice(at))) return whole.slice(at);
  return undefined;
}

function withGuess(verdict: MalformedVerdict): MalformedVerdict {
  const { scope, managementType } = verdict;
  const plain = inPlainLetters(scope).replace(/:{2,}/g, ':');
  const guess = nearestScope(plain, managementType) ?? scopeInside(plain);
  return guess === undefined ? verdict : { ...verdict, suggestion: guess, guessed: true };
}
