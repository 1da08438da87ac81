import { becameUnknown, type Check } from './check.ts';
import type { UnknownReason } from './reasons.ts';

/** What is known of StackOne itself. */
export interface StackOneState {
  /** The last list it gave. */
  readonly answeredAt: Date | null;
  /** Why the last try gave none; null when it did. */
  readonly trouble: UnknownReason | null;
  readonly troubleSince: Date | null;
}

export const stackoneNeverAsked: StackOneState = { answeredAt: null, trouble: null, troubleSince: null };

/** An answer that brings nothing: StackOne refuses the key, or could not be asked. */
type NoAnswer =
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  | { readonly kind: 'unavailable'; readonly why: UnknownReason };

export function unknownReasonIn(answer: NoAnswer): UnknownReason {
  if (answer.kind === 'unavailable') return answer.why;
  return answer.status === 401 ? 'key_refused' : 'key_forbidden';
}

/**
 * One list of StackOne is about every environment at once, and so is an outage. The row of a check holds its last known
 * status; when it is read, this adds when StackOne last answered, or that it does not. So an outage writes one row, not one
 * for each environment, and no check looks fresher than it is.
 */
export function throughStackOneStatus(check: Check, stackone: StackOneState): Check {
  if (check.name === 'connector_profile') return listedProfile(check, stackone);
  // Accounts are not read while StackOne gives no list; a check that was never looked at cannot become unknown.
  const lost = check.name === 'linked_account' && stackone.trouble !== null && check.lookedAt !== null;
  return lost ? becameUnknown(check, stackone.trouble) : check;
}

/** Its row is written only when it changes, but every list since has confirmed it, except while a profile is missing from it. */
function listedProfile(check: Check, { answeredAt, trouble }: StackOneState): Check {
  const knownAt = check.status === 'unknown' ? check.knownAt : later(check.knownAt, answeredAt);
  const seen = { ...check, knownAt, lookedAt: later(check.lookedAt, answeredAt) };
  return trouble === null ? seen : becameUnknown(seen, trouble);
}

function later(a: Date | null, b: Date | null): Date | null {
  return a === null || (b !== null && b > a) ? b : a;
}
