import { createHash, randomUUID } from 'node:crypto';
import { uuidV7 } from './core/id.ts';

/** A new uuid v7 from the system's clock and randomness. */
export function newId(): string {
  return uuidV7(Date.now(), randomUUID());
}

/** The fingerprint of a value, to see later whether it is still the same. The order of a list makes no difference. */
export function markOf(value: string | readonly string[]): string {
  const text = typeof value === 'string' ? value : [...value].sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
