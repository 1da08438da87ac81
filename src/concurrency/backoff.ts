export interface Backoff {
  /** The delay after the first failure. */
  readonly firstMs: number;
  /** No delay is longer. */
  readonly longestMs: number;
}

/**
 * Exponential backoff with jitter, in whole milliseconds. `failures`: how many came before this one (0: it is the first).
 * `chance` (0 to 1) picks a delay between half of it and all, so that those who failed together do not return together.
 */
export function backoffMs({ firstMs, longestMs }: Backoff, failures: number, chance: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(failures, 0), 30));
  return Math.round(full * (0.5 + 0.5 * chance));
}
