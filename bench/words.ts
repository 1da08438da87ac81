/** Figures as they stand in tables. */

export function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** Three digits, whatever the size: 0.042, 1.53, 74.3, 5,792. */
export function figure(number: number): string {
  if (number >= 100) return whole(number);
  return number.toPrecision(3);
}

export function ratio(number: number, base: number): string {
  return (number / base).toFixed(2);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
