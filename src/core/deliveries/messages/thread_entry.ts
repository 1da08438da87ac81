import type { AccountState } from '../../accounts/account_state.ts';
import type { CheckName, EnvironmentKind } from '../../checks/check.ts';
import type { MissingField } from '../../checks/check_detail.ts';
import type { Reason } from '../../checks/reasons.ts';
import type { Stage } from '../../checks/stage.ts';
import type { ConnectPurpose, ZoomAccountKind } from '../../proof/connect_session.ts';
import type { ProofFailure } from '../../proof/proof_failure.ts';
import type { About, Attestation, EditedPart } from './message_facts.ts';

/** What is said in the thread of a card. */
export type ThreadEntry =
  | { readonly kind: 'registered'; readonly by: string; readonly appId: string; readonly appName: string }
  /** A duplicate was merged into the app: what came over from it. */
  | {
      readonly kind: 'app_merged';
      readonly by: string;
      readonly appId: string;
      readonly appName: string;
      readonly from: string;
      readonly environments: readonly EnvironmentKind[];
      /** Environments that got the profile of the duplicate's. */
      readonly profiles: readonly EnvironmentKind[];
    }
  | { readonly kind: 'stage_changed'; readonly about: About; readonly from: Stage; readonly to: Stage }
  | {
      readonly kind: 'attested';
      readonly about: About;
      readonly by: string;
      readonly what: Attestation;
      /** Greenroom has no secret: only the client ID was compared, and the check stays open. */
      readonly clientIdOnly?: boolean;
    }
  | {
      readonly kind: 'not_ready';
      readonly about: About;
      readonly by: string;
      readonly missing: readonly MissingField[];
      readonly note: string;
    }
  | {
      readonly kind: 'ask_again';
      readonly about: About;
      readonly missing: readonly MissingField[];
      readonly owners: readonly string[];
    }
  | {
      readonly kind: 'check_failed';
      readonly about: About;
      readonly check: CheckName;
      readonly reason: Reason;
    }
  | { readonly kind: 'check_repaired'; readonly about: About; readonly check: CheckName }
  | {
      readonly kind: 'profile_adopted';
      readonly about: About;
      readonly profileName: string;
      readonly by: string;
    }
  | {
      readonly kind: 'profile_rejected';
      readonly about: About;
      readonly profileName: string;
      readonly by: string;
    }
  | { readonly kind: 'account_linked'; readonly about: About; readonly tied: boolean }
  /** Some accounts of a profile began to fail; others are active. `more`: as many beyond `accounts`. */
  | {
      readonly kind: 'accounts_failing';
      readonly about: About;
      readonly owners: readonly string[];
      readonly accounts: readonly AccountState[];
      readonly more: number;
      /** How many are active, of how many. */
      readonly active: number;
      readonly of: number;
      readonly unsteady?: true;
    }
  /** What there is to know about a consent that ran through, in the thread. */
  | {
      readonly kind: 'proof_recorded';
      readonly about: About;
      readonly purpose: ConnectPurpose;
      readonly by: string;
      readonly profileName: string;
      /** Of StackOne, so that the account can be found there. */
      readonly accountId: string;
      readonly zoomAccount?: ZoomAccountKind;
      /** false: the test account may be removed in StackOne now. */
      readonly keepsAccount: boolean;
      readonly checks: readonly CheckName[];
      readonly customerName?: string;
      /** The link had been given up by `by` before somebody consented through it. */
      readonly afterAll?: true;
    }
  /** In the thread, and to the person who ran it. No check changes for it, and it is no regression. */
  | {
      readonly kind: 'proof_failed';
      readonly about: About;
      readonly purpose: ConnectPurpose;
      readonly by: string;
      readonly failure: ProofFailure;
      /** `profile_changed` and the like: the account that was linked all the same. */
      readonly accountId?: string;
    }
  | {
      readonly kind: 'edited';
      readonly appId: string;
      readonly appName: string;
      readonly by: string;
      readonly what: readonly EditedPart[];
      /** What became of the client secret of an environment, where the edit was about that. */
      readonly secret?: { readonly how: 'forgotten' | 'kept'; readonly environment: EnvironmentKind };
    }
  /** Somebody took it over, or it was handed over; in the thread, and to everybody who owned it before or owns it now. */
  | {
      readonly kind: 'owners_changed';
      readonly appId: string;
      readonly appName: string;
      readonly how: 'takeover' | 'handover';
      /** Who did it. `greenroom`: nobody objected in time. */
      readonly by: string;
      readonly joined: string;
      /** Who owned it before and does not now. */
      readonly left: readonly string[];
    }
  /** A newer catalogue of Zoom scopes knows, or refuses, what the app declares. */
  | {
      readonly kind: 'catalogue_changed';
      readonly appId: string;
      readonly appName: string;
      /** Its month. */
      readonly catalogue: string;
      readonly known: readonly string[];
      readonly refused: readonly string[];
    }
  /** After several reminders in a row that changed nothing: the last one. */
  | { readonly kind: 'stopped_asking'; readonly about: About; readonly owners: readonly string[] };
