import type { StoredEvent } from '../../../store/apps/events.ts';
import { person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';

/** The facts of an event as any release may have written them: what is read from them need not be there. */
export type Detail = StoredEvent['detail'];

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** When a text says; null where it is no time. */
export function momentIn(value: unknown): string | null {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? null : moment(at);
}

export const somebody = (userId: unknown): string =>
  typeof userId === 'string' ? person(userId) : 'somebody';
