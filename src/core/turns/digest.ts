import type { Stage } from '../checks/stage.ts';
import { nextAllowedTime, type QuietHours } from '../reminders/allowed_time.ts';

/** Most channels of a workspace that get a digest. */
export const mostDigests = 200;

/** Digests are posted in the hour after nine of a weekday: every other one counts as quiet. */
const noDigest: QuietHours = { from: 10, to: 9, weekend: true };
const hourMs = 60 * 60_000;

/** The first nine o'clock of a weekday after `now`, or the end of the quiet hours it falls into. `timeZone`: an IANA name. */
export function nextDigest(now: Date, timeZone: string, quiet: QuietHours): Date {
  const next = nextAllowedTime(now, timeZone, noDigest);
  const nine = next > now ? next : nextAllowedTime(new Date(now.getTime() + hourMs), timeZone, noDigest);
  return nextAllowedTime(nine, timeZone, quiet);
}

/** From the first of several changes of an environment to the last; those that ended where they began are left out. */
export function foldedChanges<
  T extends { readonly environmentId: string; readonly from: Stage; readonly to: Stage },
>(changes: readonly T[]): T[] {
  const folded = new Map<string, T>();
  for (const change of changes) {
    const first = folded.get(change.environmentId);
    folded.set(change.environmentId, { ...change, from: first?.from ?? change.from });
  }
  return [...folded.values()].filter(({ from, to }) => from !== to);
}
