import { catalogue } from '../catalogue/catalogue.ts';
import { isKnownScope } from '../catalogue/listed_scope.ts';

/** Scopes have at most 67 characters so far. */
const LONGEST = 200;

/**
 * Text that is attached to a scope because a table lost its borders: `meeting:read:adminView a meeting`. Split before the
 * capital, and only if the first part is a listed scope.
 */
export function splitAttachedText(
  written: string,
): { readonly scope: string; readonly rest: string } | undefined {
  const number = /^\d+/.exec(written)?.[0] ?? '';
  const behind = written.slice(number.length).toLowerCase();
  if (number !== '' && isKnownScope(behind)) return { scope: behind, rest: number };
  const level = textBehindLevel(written);
  if (level !== undefined) return level;
  const capital = /[a-z][A-Z]/.exec(written.slice(0, LONGEST));
  if (capital === null) return undefined;
  const scope = written.slice(0, capital.index + 1).toLowerCase();
  // `user:read:userSettings` is a scope in camel case, without attached text.
  const other = written.replace(/([a-z0-9])(?=[A-Z])/g, '$1_').toLowerCase();
  return isKnownScope(scope) && !isKnownScope(written.toLowerCase()) && !isKnownScope(other)
    ? { scope, rest: written.slice(capital.index + 1) }
    : undefined;
}

/** Behind the level of a granular scope nothing can follow: `…:admin1`, `…:adminview`, `…:admin:lists`. */
function textBehindLevel(written: string): { readonly scope: string; readonly rest: string } | undefined {
  const lower = written.slice(0, LONGEST).toLowerCase();
  for (const level of [':admin', ':master']) {
    const end = lower.indexOf(level) + level.length;
    const scope = lower.slice(0, end);
    const isConcatenated = end >= level.length && lower.length > end && !/[_\s]/.test(lower[end] ?? '');
    if (isConcatenated && catalogue.find(scope) !== undefined) return { scope, rest: written.slice(end) };
  }
  return undefined;
}
