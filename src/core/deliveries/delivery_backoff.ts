const second = 1_000;
const minute = 60 * second;

/** Doubled with each failure; `chance` (0 to 1) keeps those who failed together apart. Capped, and without an end. */
export function backoffMs(firstMs: number, longestMs: number, failures: number, chance: number): number {
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 30));
  return Math.round(longest * (0.5 + 0.5 * chance));
}

/** So often a refusal that may pass is met with a short pause; then somebody is told, and the channel counts as paused. */
export const quietRefusals = 4;

/** After so many refusals with an unlisted code the next message is tried: it may be this one that Slack cannot take. */
export const probeAfterRefusals = quietRefusals + 2;

/**
 * The pause after Slack refused what stands first in a channel, `refusals` times (1: for the first time). `needsPerson`: it will not
 * pass by itself, so that trying is only for the case that somebody has mended it and said nothing.
 */
export function refusedPauseMs(refusals: number, needsPerson: boolean, chance: number): number {
  return needsPerson
    ? backoffMs(15 * second, 10 * minute, refusals - 1, chance)
    : backoffMs(second, 5 * minute, refusals - 1, chance);
}
