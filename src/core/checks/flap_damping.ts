import type { Change } from './apply_outcome.ts';
import type { Check } from './check.ts';

/**
 * How a change of a check is announced. `loud`: as always. `last`: announced, with a note that the next ones will not be.
 * `quiet`: only the card and the history show it.
 */
export type Loudness = 'loud' | 'last' | 'quiet';

/** Milliseconds without a change after which a check is announced as always again. */
const calmMs = 60 * 60_000;
/** Three regressions and three recoveries are announced, and one more as the last. */
const loudSwings = 6;

/**
 * A flapping check is announced a bounded number of times. A swing is a regression, or the recovery of an announced one.
 * `swings`: times of the last ones, oldest first, to be saved with the check.
 */
export function loudnessOf(
  before: Check,
  change: Change,
  now: Date,
): { loudness: Loudness; swings: readonly string[] } {
  const known = before.detail.swings ?? [];
  const isSwing = change === 'regressed' || (change === 'recovered' && before.detail.broke === true);
  if (!isSwing) return { loudness: 'loud', swings: known };
  const recent = known.filter((at) => now.getTime() - new Date(at).getTime() < calmMs);
  const loudness = recent.length < loudSwings ? 'loud' : recent.length === loudSwings ? 'last' : 'quiet';
  return { loudness, swings: [...recent, now.toISOString()].slice(-loudSwings - 1) };
}
