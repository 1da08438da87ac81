/** A version of a connector, taken apart. Pre-release parts are compared as semver 2.0.0 has it; the build is left out. */
interface Semver {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: readonly string[];
}

/** O28: semantic. Tolerated beside that: a `v` before it, and a missing minor or patch. `1.x`, a date, a word are no order. */
const SEMVER =
  /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9a-z.-]{1,60}))?(?:\+[0-9a-z.-]{1,60})?$/i;

function read(version: string): Semver | null {
  const [, major, minor = '0', patch = '0', prerelease] = SEMVER.exec(version.trim()) ?? [];
  if (major === undefined) return null;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    prerelease: prerelease === undefined ? [] : prerelease.split('.'),
  };
}

/** Negative, zero or positive, as `sort` has it; null where one of them has a format without a known order. */
export function compareVersions(one: string, other: string): number | null {
  const [a, b] = [read(one), read(other)];
  if (a === null || b === null) return null;
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(a.prerelease, b.prerelease);
}

/** A release comes after its pre-releases; numbers before words; of equal beginnings the shorter one first. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareParts(a: string, b: string): number {
  const isNumber = (part: string): boolean => /^\d+$/.test(part);
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

/** O26: a higher major version is a breaking one. A format without a known order never is. */
export function isBreaking(from: string, to: string): boolean {
  const [a, b] = [read(from), read(to)];
  return a !== null && b !== null && b.numbers[0] > a.numbers[0];
}

/** The highest of those that have an order; null without any. */
export function newestVersion(versions: readonly string[]): string | null {
  const ordered = versions.filter((version) => read(version) !== null);
  const [first, ...others] = ordered;
  if (first === undefined) return null;
  return others.reduce(
    (newest, version) => ((compareVersions(version, newest) ?? 0) > 0 ? version : newest),
    first,
  );
}
