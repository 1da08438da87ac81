import { createHash } from 'node:crypto';

/** A short mark of a value, to see later whether it is still the same one. */
export function markOf(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : [...value].sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
