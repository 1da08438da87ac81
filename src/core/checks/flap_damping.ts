import type { Change } from './apply_outcome.ts';
import type { Check } from './check.ts';

/**
 * How a change of a check is announced. `loud`: as always. `last`: announced, with a note that the next ones will not be.
 * `quiet`: only the card and the history show it.
 */
export type Damping = 'loud' | 'last' | 'quiet';

/** Milliseconds without a change after which a check is announced as always again. */
const calmMs = 60 * 60_000;
/** Three regressions and three recoveries are announced, and one more as the last. */
const loudSwings = 6;

/** Announcements without a recovery of their own, of one environment within `calmMs`. */
const mostAnnounced = 3;

/**
 * The times of earlier announcements with one more, now; `last`: no further one for a while. Null: there were enough, and this
 * one is only shown by the card.
 */
export function announcementsWith(
  before: readonly string[],
  now: Date,
): { readonly times: readonly string[]; readonly last: boolean } | null {
  const recent = before.filter((at) => now.getTime() - new Date(at).getTime() < calmMs);
  if (recent.length >= mostAnnounced) return null;
  return { times: [...recent, now.toISOString()], last: recent.length === mostAnnounced - 1 };
}

/**
 * A flapping check is announced a bounded number of times. A swing is a regression, or the recovery of an announced one.
 * `swings`: times of the last ones, oldest first, to be saved with the check.
 */
export function dampingOf(
  before: Check,
  change: Change,
  now: Date,
): { damping: Damping; swings: readonly string[] } {
  const known = before.detail.swings ?? [];
  const isSwing = change === 'regressed' || (change === 'recovered' && before.detail.broke === true);
  if (!isSwing) return { damping: 'loud', swings: known };
  const recent = known.filter((at) => now.getTime() - new Date(at).getTime() < calmMs);
  const damping = recent.length < loudSwings ? 'loud' : recent.length === loudSwings ? 'last' : 'quiet';
  return { damping, swings: [...recent, now.toISOString()].slice(-loudSwings - 1) };
}
