import type { Check, Outcome } from './check.ts';
import type { Retry } from './check_detail.ts';
import type { UnknownReason } from './reasons.ts';

/**
 * After this a person is asked instead. Zoom's rate limits usually end within minutes, and comparing a secret by hand costs
 * a visit to Zoom; an hour is a dozen retries.
 */
export const inVainAfterMs = 60 * 60_000;

/** The host limits the rate or cannot be reached: a retry helps. With any other reason it has answered, in a way not understood. */
const pauses: ReadonlySet<string> = new Set<UnknownReason>([
  'rate_limited',
  'timeout',
  'server_error',
  'network',
]);

/** The retry of a check after one more failed try; undefined when there will be no other. */
export function retryAfter(
  check: Check,
  outcome: Extract<Outcome, { kind: 'unknown' }>,
  now: Date,
): Retry | undefined {
  if (outcome.nextTryAt === undefined) return undefined;
  const before = check.status === 'unknown' ? check.detail.retry : undefined;
  const since = before?.since ?? now.toISOString();
  // The delay that Zoom asked for counts in full: there is no try before its end.
  const inVain = outcome.nextTryAt.getTime() - Date.parse(since) > inVainAfterMs;
  return { since, nextAt: outcome.nextTryAt.toISOString(), ...(inVain ? { inVain } : {}) };
}

/** The retry of a check whose host only limits the rate or is unreachable. */
export function pauseOf(check: Check): Retry | null {
  const pausing = check.status === 'unknown' && check.reason !== null && pauses.has(check.reason);
  return pausing ? (check.detail.retry ?? null) : null;
}

/** No action of a person is needed yet. */
export function helpsItself(check: Check): boolean {
  const pause = pauseOf(check);
  return pause !== null && pause.inVain !== true;
}
