/**
 * Edit distance of two words (a letter wrong, missing, too many, or two swapped), or undefined if more than `most`. Computes
 * only a band of `most` around the diagonal: cost grows with length times `most`.
 */
export function distanceWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || lettersApart(a, b) > 2 * most) return undefined;
  const distance = lastRow(a, b, most)?.[b.length];
  return distance === undefined || distance > most ? undefined : distance;
}

/**
 * The smallest distance of a typed text to the whole word or to a beginning of it that is as long as the text, give or take
 * one letter: somebody may have typed the beginning only. One pass for all of them.
 */
export function distanceToBeginning(typed: string, whole: string, most: number): number | undefined {
  // Longer beginnings differ by more than `most` letters.
  const word = whole.slice(0, typed.length + most + 1);
  const ends = [typed.length - 1, typed.length, typed.length + 1, whole.length];
  const row = lastRow(typed, word, most);
  const near = Math.min(...ends.map((end) => row?.[Math.min(end, word.length)] ?? most + 1));
  return near > most ? undefined : near;
}

/** How far the whole of `a` is from each beginning of `b`; undefined if from all of them further than `most`. */
function lastRow(a: string, b: string, most: number): readonly number[] | undefined {
  const far = most + 1;
  // Three rows are reused, so that a comparison allocates nothing.
  let before: number[] = new Array(b.length + 1).fill(far);
  let last = before.map((_, at) => Math.min(at, far));
  let row = [...before];
  for (let i = 1; i <= a.length; i += 1) {
    row.fill(far);
    row[0] = Math.min(i, far);
    let least = row[0] ?? far;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(
        (last[j - 1] ?? far) + (same ? 0 : 1),
        (last[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps = Math.min(steps, (before[j - 2] ?? far) + 1);
      row[j] = Math.min(steps, far);
      least = Math.min(least, steps);
    }
    if (least > most) return undefined;
    [before, last, row] = [last, row, before];
  }
  return last;
}

/** How many kinds of letters only one of the words has; a typing error makes two at most. */
function lettersApart(a: string, b: string): number {
  let apart = 0;
  for (let left = letters(a) ^ letters(b); left !== 0; left &= left - 1) apart += 1;
  return apart;
}

/** A bit for each kind of letter; some share one. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}
