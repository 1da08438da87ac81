import type { AccountsKept } from '../accounts/account_state.ts';

/** The checks of an environment: their names, statuses and reasons. */

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
export type Answer = 'pending' | 'passed' | 'failed';
export type CheckStatus = Answer | 'unknown';
export type Evidence = 'verified' | 'attested' | 'derived';

export interface Check {
  readonly name: CheckName;
  readonly status: CheckStatus;
  readonly evidence: Evidence | null;
  /** Why it is not simply passed; a closed code that the messages turn into words. */
  readonly reason: Reason | null;
  readonly detail: CheckDetail;
  /** The last known status, which stays visible while the status is `unknown`. */
  readonly lastKnown: Answer;
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

/** The automatic retries of a check that could not be looked at. Times are ISO. */
export interface Retry {
  /** The first try without an answer, of those in a row. */
  readonly since: string;
  readonly nextAt: string;
  /** Retries have failed for long enough that a person is offered another way. */
  readonly inVain?: true;
}

/** Facts that belong to the status; nothing here may be secret. */
export interface CheckDetail extends AccountsKept {
  /** `test_status`: what a person says is missing before Zoom shows Ready. */
  readonly missing?: readonly MissingField[];
  readonly note?: string;
  /** `test_status` of Production: when the Beta link was shared or extended last, and which extension that was. */
  readonly shared?: BetaShare;
  /** `test_status` of Production: when a person said that the app is published. ISO. */
  readonly published?: string;
  /** `connector_profile`: which profile, and how it was assigned. */
  readonly profileId?: string;
  readonly profileName?: string;
  readonly matchedBy?: ProfileMatch;
  /** `redirect`, `scopes`: when a person gave a manifest of Zoom in which it stands so (ISO); `attestedBy` says who. */
  readonly manifestOf?: string;
  /** `scopes`: how many are declared. */
  readonly count?: number;
  /** `linked_account`, beside the accounts themselves: they are known to belong to this profile. */
  readonly tied?: boolean;
  /** `linked_account`: when it was last announced that some of several accounts began to fail; ISO, oldest first. */
  readonly failingNotices?: readonly string[];
  /** While the status is `unknown`: the reason of the last known status, which still decides the next action. */
  readonly because?: Reason;
  /** While the status is `unknown`: since when, and when it is asked again. */
  readonly retry?: Retry;
  /** It had passed before it failed: the regression was announced, so the recovery is announced too. */
  readonly broke?: true;
  /** Times of its last regressions and recoveries, for flap damping (flap_damping.ts). */
  readonly swings?: readonly string[];
  /** StackOne has shown that it passes: somebody linked an account through the profile. */
  readonly provenBy?: ProvenBy;
}

/** The consent that proved a check: a connect session of StackOne that was authenticated. */
export interface ProvenBy {
  /** Ours (table `connect_session`), kept for 30 days. */
  readonly sessionId: string;
  /** The account at StackOne that was linked by it. */
  readonly accountId: string;
  /** When StackOne said so; ISO. */
  readonly at: string;
  /** The profile through which it ran. */
  readonly profileId: string;
  /** The person who linked it says that the account is removed again: that it disappears is no failure. */
  readonly temporary?: true;
}

/** A Beta link as Zoom gives it out: for four weeks, and extended twice at most. `at`: ISO. */
export interface BetaShare {
  readonly at: string;
  /** 0: shared for the first time. */
  readonly extension: 0 | 1 | 2;
}

export type ProfileMatch = 'name' | 'only_candidate' | 'person' | 'adopted';

/** The required fields a person can name when Zoom does not show Ready (Z21: Zoom's wizard lists them). */
export const missingFields = [
  'app_name',
  'short_description',
  'long_description',
  'company_name',
  'developer_contact',
  'redirect_url',
  'allow_list',
  'scopes',
  'scope_description',
  'links',
] as const;
export type MissingField = (typeof missingFields)[number];

export type Reason =
  // credentials
  | 'invalid_credentials'
  | 'app_disabled'
  | 'not_contradicted'
  | 'new_secret_refused'
  | 'no_secret' // Greenroom does not have it: open until StackOne shows that the pair works
  // scopes
  | 'no_scopes'
  | 'scopes_blocking'
  | 'scopes_unconfirmed'
  // test_status
  | 'not_ready'
  // connector_profile
  | 'profile_disabled'
  | 'profile_removed'
  | 'profile_rejected'
  | 'no_profile_yet'
  // linked_account
  | 'no_account_yet'
  | 'no_active_account'
  // of any check that people attest
  | 'attestation_expired' // nobody has confirmed it again: unknown, and nothing has failed
  | 'withdrawn' // a person said that it is not so any more
  // why something could not be looked at
  | Trouble;

/** Why a check could not be looked at: a host gave no answer, or (the last one) Greenroom has no key to ask with. */
export const troubles = [
  'not_configured',
  'key_refused',
  'key_forbidden',
  'no_listing',
  'bad_request',
  'rate_limited',
  'timeout',
  'server_error',
  'network',
  'not_json',
  'unexpected_reply',
  'secret_unreadable',
] as const;
export type Trouble = (typeof troubles)[number];

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
      readonly why: Trouble;
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
export function becameUnknown(check: Check, why: Trouble): Check {
  const because = check.status === 'unknown' ? check.detail.because : check.reason;
  const detail = because === null || because === undefined ? check.detail : { ...check.detail, because };
  return { ...check, status: 'unknown', reason: why, detail };
}

/** Why the last known status was not "passed", also while the check cannot be looked at. */
export function lastReason(check: Check): Reason | null {
  return check.status === 'unknown' ? (check.detail.because ?? null) : check.reason;
}
