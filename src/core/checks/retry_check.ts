import type { Check, Outcome, Trouble } from './check.ts';

/** While the answer to a check is waited for: Greenroom asks again by itself. Times are ISO. */
export interface Retry {
  /** The first try without an answer, of those in a row. */
  readonly since: string;
  readonly nextAt: string;
  /** Asking has not helped for so long that a person is offered another way. */
  readonly inVain?: true;
}

/**
 * When a person is asked instead. A pause of Zoom's is over within minutes as a rule, and comparing a secret by hand costs
 * somebody a visit to Zoom; an hour is a dozen tries, and short beside a day of waiting.
 */
export const inVainAfterMs = 60 * 60_000;

/** The other side pauses, or is not there: asking again is what helps. Any other trouble is an answer that nobody understands. */
const pauses: ReadonlySet<string> = new Set<Trouble>(['rate_limited', 'timeout', 'server_error', 'network']);

/** The retry of a check after one more try without an answer; undefined when nobody will ask again. */
export function retryAfter(
  check: Check,
  outcome: Extract<Outcome, { kind: 'unknown' }>,
  now: Date,
): Retry | undefined {
  if (outcome.nextTryAt === undefined) return undefined;
  const before = check.status === 'unknown' ? check.detail.retry : undefined;
  const since = before?.since ?? now.toISOString();
  // A wait that Zoom asks for counts before it is over: nobody asks in between.
  const inVain = outcome.nextTryAt.getTime() - Date.parse(since) > inVainAfterMs;
  return { since, nextAt: outcome.nextTryAt.toISOString(), ...(inVain ? { inVain } : {}) };
}

/** The retry that a check waits for, if the other side only pauses. */
export function pauseOf(check: Check): Retry | null {
  const pausing = check.status === 'unknown' && check.reason !== null && pauses.has(check.reason);
  return pausing ? (check.detail.retry ?? null) : null;
}

/** Nothing is to be done by a person yet. */
export function helpsItself(check: Check): boolean {
  const pause = pauseOf(check);
  return pause !== null && pause.inVain !== true;
}
