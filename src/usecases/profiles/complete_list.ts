import type { StackOnePoll } from '../../store/profiles/stackone_polls.ts';

/**
 * A list that does not add up may hide profiles that exist: what it lacks now and shows later would be announced as
 * created. One that has not added up for so long counts in its own way, and nothing is hidden behind it.
 */
const doubtedForMs = 10 * 60_000;

/** Whether the last list may stand for all profiles that exist: "new" is what it did not have. */
export function knowsEveryProfile({ listDoubtedSince }: StackOnePoll, now: Date): boolean {
  return listDoubtedSince === null || now.getTime() - listDoubtedSince.getTime() >= doubtedForMs;
}
