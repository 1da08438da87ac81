import { checkNames } from '../../../core/checks/check.ts';
import type { StoredEvent } from '../../../store/apps/events.ts';
import { channel, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { checkTitles } from '../product_words.ts';

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

/** "#general"; "the channel" where it does not say which. */
export const somewhere = (channelId: unknown): string =>
  channel(typeof channelId === 'string' ? channelId : '');

/** "Redirect URL"; "a check" where it does not say which, or a newer replica alone knows it. */
export function checkTitleIn(check: unknown): string {
  const name = checkNames.find((one) => one === check);
  return name === undefined ? 'a check' : checkTitles[name];
}
