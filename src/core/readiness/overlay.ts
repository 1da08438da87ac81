import type { Check, Trouble } from './checks.ts';

/** What is known of StackOne itself. */
export interface StackOneState {
  /** The last list it gave. */
  readonly answeredAt: Date | null;
  /** Why the last try gave none; null when it did. */
  readonly trouble: Trouble | null;
  readonly troubleSince: Date | null;
}

export const stackoneNeverAsked: StackOneState = { answeredAt: null, trouble: null, troubleSince: null };

/**
 * One list of StackOne's answers for every environment at once, and so does its absence: the check's row holds what was
 * last learned, and this lays over it when StackOne last answered, or that it does not. So an outage writes one row,
 * not one for each environment, and no check looks fresher than it is.
 */
export function seenThrough(check: Check, stackone: StackOneState): Check {
  if (check.name !== 'connector_profile') return check;
  if (stackone.trouble !== null) return { ...check, status: 'unknown', reason: stackone.trouble };
  return { ...check, lookedAt: stackone.answeredAt ?? check.lookedAt };
}
