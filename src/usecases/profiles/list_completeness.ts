import type { StackOnePoll } from '../../store/profiles/stackone_polls.ts';

/**
 * An incomplete list may lack profiles that exist; if it became the baseline, they would later be announced as created. A
 * list that has been incomplete for this long counts as complete all the same.
 */
const doubtedForMs = 10 * 60_000;

/** Whether the last list may be the baseline: profiles that are not in it count as new. */
export function knowsEveryProfile({ listDoubtedSince }: StackOnePoll, now: Date): boolean {
  return listDoubtedSince === null || now.getTime() - listDoubtedSince.getTime() >= doubtedForMs;
}
