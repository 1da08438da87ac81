import type { AccountsKept } from '../accounts/account_state.ts';
import type { Reason } from './reasons.ts';

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
