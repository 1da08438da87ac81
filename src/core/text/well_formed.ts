/** Deeper JSON does not occur: below this depth it is left out, so that the recursion cannot overflow the stack. */
const DEEPEST = 64;

/**
 * JSON whose texts can be stored, sent and read everywhere: half of a surrogate pair becomes U+FFFD, a NUL (which
 * Postgres cannot store) is left out; keys too. Nothing else changes. Returns the same value where there was nothing to
 * change.
 */
export function wellFormed<Value>(value: Value): Value;
export function wellFormed(value: unknown): unknown {
  return isWellFormedAt(value, 0) ? value : wellFormedAt(value, 0);
}

/** Allocates nothing for a well-formed text: nearly all are, and some requests have thousands. */
function isWellFormedAt(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isWellFormedText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isWellFormedAt(item, depth + 1));
  if (!isRecord(value)) return false;
  for (const key in value) if (!isWellFormedText(key) || !isWellFormedAt(value[key], depth + 1)) return false;
  return true;
}

function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function isRecord(value: object): value is Record<string, unknown> {
  return !Array.isArray(value);
}

function wellFormedAt(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => wellFormedAt(item, depth + 1));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value);
  const clean = entries.map(([key, item]) => [wellFormedText(key), wellFormedAt(item, depth + 1)] as const);
  const same = clean.every(([key, item], at) => key === entries[at]?.[0] && item === entries[at]?.[1]);
  return same ? value : Object.fromEntries(clean);
}

export function wellFormedText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}
