/** Marks that letters of many scripts share. Those of one script (a Hindi vowel, the dots of a kana) make another word. */
const accents = /(?![\u3099\u309a])\p{Script=Inherited}/gu;

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

/** Characters of a Zoom app's name, as the table counts them. */
export const LONGEST_NAME = 50;

/** Can this be a Zoom app's name? */
export function isName(name: string): boolean {
  return nameKey(name) !== '' && [...name].length <= LONGEST_NAME;
}

/** How many single-character edits lie between two names, transpositions counted once; for "did you mean". */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        (row[j - 1] ?? 0) + 1,
        at(i - 1, j - 1) + cost,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

/** The names nearest to what was typed, best first: near in spelling, or sharing its beginning. */
export function nearestNames(typed: string, names: readonly string[], limit = 3): string[] {
  const key = nameKey(typed);
  return names
    .map((name) => ({ name, distance: distanceOf(key, nameKey(name)) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(key.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

function distanceOf(typed: string, name: string): number {
  if (name.includes(typed) || typed.includes(name)) return 1;
  // The beginning counts as much as the whole: people type no more of a long name than they must.
  const beginnings = [-1, 0, 1].map((more) => name.slice(0, typed.length + more));
  return Math.min(...[name, ...beginnings].map((some) => editDistance(typed, some)));
}
