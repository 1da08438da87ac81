import { distanceToBeginning } from '../text/edit_distance.ts';

/** Marks that letters of many scripts share. Those of one script (a Hindi vowel, the dots of a kana) make another word. */
const accents = /(?![\u3099\u309a])\p{Script=Inherited}/gu;

/** Characters of a Zoom app's name, as the table counts them. */
export const LONGEST_NAME = 50;

/** In UTF-16 units, with room for what people type around a name; a longer text is not looked up. */
const LONGEST_TYPED = 4 * LONGEST_NAME;

export function canBeName(typed: string): boolean {
  return typed.length <= LONGEST_TYPED;
}

/** How names of Zoom apps and connector profiles are compared: case, accents, spacing and punctuation do not count. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Can this be a Zoom app's name? */
export function isName(name: string): boolean {
  return nameKey(name) !== '' && [...name].length <= LONGEST_NAME;
}

/** Most typing errors between two spellings of one name. */
const MOST_ERRORS = 6;

/**
 * The names nearest to what was typed, best first: near in spelling, or sharing its beginning. Each is compared once; a
 * text longer than any name is compared with none. `compare`: the edit distance of the folded texts, undefined above a maximum.
 */
export function nearestNames(
  typed: string,
  names: readonly string[],
  limit = 3,
  compare: typeof distanceToBeginning = distanceToBeginning,
): string[] {
  if (!canBeName(typed)) return [];
  const key = nameKey(typed);
  const most = Math.min(MOST_ERRORS, Math.max(2, Math.floor(key.length / 3)));
  return names
    .flatMap((name) => {
      const known = nameKey(name);
      const distance = known.includes(key) || key.includes(known) ? 1 : compare(key, known, most);
      return distance === undefined ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}
