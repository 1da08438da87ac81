import { randomUUID } from 'node:crypto';
import { uuidV7 } from './core/id.ts';

/** A new uuid v7 from the system's clock and randomness. */
export function newId(): string {
  return uuidV7(Date.now(), randomUUID());
}
