/**
 * How many typing errors (a letter wrong, missing, too many, or two swapped) lie between two words, or undefined if
 * more than `most`. Looks only at a band of `most` around the diagonal: cost grows with length times `most`.
 */
export function distanceWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  const far = most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => Math.min(at, far));
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = new Array(b.length + 1).fill(far);
    row[0] = Math.min(i, far);
    let least = row[0];
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
    before = last;
    last = row;
  }
  const distance = last[b.length] ?? far;
  return distance > most ? undefined : distance;
}
