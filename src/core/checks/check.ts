import type { CheckDetail } from './check_detail.ts';
import type { Reason, UnknownReason } from './reasons.ts';

/** The checks of an environment: their names and statuses, and what looking at one brings. */

export const environmentKinds = ['development', 'production'] as const;
export type EnvironmentKind = (typeof environmentKinds)[number];

export const managementTypes = ['admin', 'user'] as const;
export type ManagementType = (typeof managementTypes)[number];

/** In the order of the journey: what comes first is done first, and shown first. */
export const checkNames = [
  'credentials',
  'scopes',
  'redirect',
  'test_status',
  'connector_profile',
  'linked_account',
] as const;
export type CheckName = (typeof checkNames)[number];

/** A status that was found by looking. `unknown` means that looking was not possible. */
export type LastKnown = 'pending' | 'passed' | 'failed';
export type CheckStatus = LastKnown | 'unknown';
export type Evidence = 'verified' | 'attested' | 'derived';

export interface Check {
  readonly name: CheckName;
  readonly status: CheckStatus;
  readonly evidence: Evidence | null;
  /** Why it is not simply passed; a closed code that the messages turn into words. */
  readonly reason: Reason | null;
  readonly detail: CheckDetail;
  /** The last known status, which stays visible while the status is `unknown`. */
  readonly lastKnown: LastKnown;
  /** When `lastKnown` was learned. */
  readonly knownAt: Date | null;
  /** The last try, answered or not. */
  readonly lookedAt: Date | null;
  /**
   * The Slack user who said so: when the evidence is `attested`, or when it was said that something is not ready; who gave Zoom's
   * manifest, when it was seen there.
   */
  readonly attestedBy: string | null;
  /** Until when an attestation holds (core/checks/ageing.ts); null: it has no end, or there is none. */
  readonly expiresAt: Date | null;
}

/** What looking at a check brought. */
export type Outcome =
  | {
      readonly kind: 'passed';
      readonly evidence: Evidence;
      readonly by?: string;
      readonly detail?: CheckDetail;
      /** Of an attestation: until when it holds. */
      readonly expiresAt?: Date | null;
      /** Of an attestation that is kept: when it was made; else it is made now. */
      readonly saidAt?: Date;
      /** It is about another pair than before, so that a proof of the old one does not count. */
      readonly isNew?: true;
    }
  | {
      readonly kind: 'failed';
      readonly evidence: Evidence;
      readonly reason: Reason;
      readonly by?: string;
      readonly detail?: CheckDetail;
    }
  | {
      readonly kind: 'pending';
      readonly reason: Reason | null;
      readonly by?: string;
      readonly detail?: CheckDetail;
    }
  /** An attestation has come to its end. */
  | { readonly kind: 'expired' }
  | {
      readonly kind: 'unknown';
      readonly why: UnknownReason;
      /** When it is retried automatically. */
      readonly nextTryAt?: Date;
    };

export function newCheck(name: CheckName): Check {
  return {
    name,
    status: 'pending',
    evidence: null,
    reason: null,
    detail: {},
    lastKnown: 'pending',
    knownAt: null,
    lookedAt: null,
    attestedBy: null,
    expiresAt: null,
  };
}

/**
 * Credentials of which Greenroom has no secret: nothing here can look at them, so they are open until a proof. That is neither a
 * failure nor does it hold anything up.
 */
export function awaitsProof(check: Check): boolean {
  return check.name === 'credentials' && check.lastKnown === 'pending' && lastReason(check) === 'no_secret';
}

/** The check while it cannot be looked at: the last known status stays, with its reason in `detail.because`. */
export function becameUnknown(check: Check, why: UnknownReason): Check {
  const because = check.status === 'unknown' ? check.detail.because : check.reason;
  const detail = because === null || because === undefined ? check.detail : { ...check.detail, because };
  return { ...check, status: 'unknown', reason: why, detail };
}

/** Why the last known status was not "passed", also while the check cannot be looked at. */
export function lastReason(check: Check): Reason | null {
  return check.status === 'unknown' ? (check.detail.because ?? null) : check.reason;
}
