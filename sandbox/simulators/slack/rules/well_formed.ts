import { isFields } from './pointer.ts';
import type { Violation } from './violation.ts';

/**
 * The texts that are none: half of a surrogate pair, or a NUL, in a value or a key. Slack's parser refuses the first and
 * its clients cannot show the second; which words it has for them is unverified.
 */
export function brokenTexts(value: unknown, pointer = ''): Violation[] {
  if (typeof value === 'string') return isWhole(value) ? [] : [brokenAt(pointer)];
  if (Array.isArray(value)) return value.flatMap((item, at) => brokenTexts(item, `${pointer}/${at}`));
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    isWhole(key) ? brokenTexts(item, `${pointer}/${key}`) : [brokenAt(pointer)],
  );
}

function isWhole(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function brokenAt(pointer: string): Violation {
  return { code: 'not_well_formed', pointer, message: 'must be well-formed text' };
}
