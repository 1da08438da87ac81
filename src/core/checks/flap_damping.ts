import type { Change } from './apply_outcome.ts';
import type { Check } from './check.ts';

/**
 * How loudly a change of a check is told. `loud`: as always. `last`: told, with the word that the next ones will not be.
 * `quiet`: the card shows it and the history keeps it.
 */
export type Loudness = 'loud' | 'last' | 'quiet';

/** So long a check must have been calm before it is told of again as if nothing had been. */
const calmMs = 60 * 60_000;
/** It broke three times and was mended three times: that was worth telling, and no more of it is. */
const loudSwings = 6;

/**
 * A check that goes back and forth is told of a bounded number of times. A swing is breaking, or being mended after that
 * was told. `swings`: when the last ones were, oldest first, to be kept with the check.
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
