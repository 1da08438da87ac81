import type { AccountState, AccountsKept } from '../checks/account_state.ts';
import type {
  CheckName,
  EnvironmentKind,
  MissingField,
  ProfileMatch,
  Reason,
  Trouble,
} from '../checks/check.ts';
import type { Stage } from '../checks/stage.ts';
import type { GatheredDrift } from '../drift/drift_groups.ts';
import type { ConnectPurpose, ZoomAccountKind } from '../proof/connect_session.ts';
import type { ProofFailure } from '../proof/proof_failure.ts';

/** Which environment of which Zoom app a message speaks of. */
export interface About {
  readonly appId: string;
  readonly appName: string;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
}

/** What a person attested. */
export type Attestation = 'redirect' | 'test_status' | 'credentials';

/** What an owner is reminded of. `at`: by when it is to be renewed; with `profile`, since when there is a new one. ISO. */
export interface SecretDue {
  readonly about: About;
  readonly reminder: 'renew' | 'overdue' | 'profile';
  readonly at: string;
}

/** An attestation that ends soon, and what became of it. */
export interface AskedAgain {
  readonly about: About;
  readonly check: Attestation;
  /** Who said it, and when; ISO. */
  readonly by: string | null;
  readonly at: string | null;
  /** Its end. ISO. */
  readonly until: string;
  /** `attestationMark` of the state that is asked about. */
  readonly mark: string;
  /** Who has answered since, and whether it is still so. */
  readonly answered?: { readonly by: string; readonly isSo: boolean };
}

/**
 * Everything Greenroom says of its own accord. Stored before it is sent, drawn when it is sent (slack/messages),
 * so it carries facts, not words, and never a secret.
 */
export type Message =
  // new messages in the channel
  | {
      readonly kind: 'profile_created';
      readonly about: About;
      /** Missing in messages that an earlier release has queued. */
      readonly profileId?: string;
      readonly profileName: string;
      readonly matchedBy: ProfileMatch;
      readonly live: boolean;
    }
  /** `unsteady`: the check is flapping, and further changes are not announced until it has been stable for a while. */
  | {
      readonly kind: 'regressed';
      readonly about: About;
      readonly check: CheckName;
      readonly reason: Reason;
      readonly unsteady?: true;
      /** Of `linked_account`; the first few of `notActive`. Left out by an earlier release. */
      readonly accounts?: AccountsKept;
    }
  | { readonly kind: 'recovered'; readonly about: About; readonly check: CheckName; readonly unsteady?: true }
  /** Somebody linked an account through the profile, which proves that it works. In the channel. */
  | {
      readonly kind: 'proven';
      readonly about: About;
      readonly purpose: ConnectPurpose;
      readonly by: string;
      readonly profileName: string;
      /** Checks that are verified by it now, and were not before. */
      readonly checks: readonly CheckName[];
      /** The environment has become live by it. */
      readonly live: boolean;
      /** `link`: whose account it is, as the owner typed it. */
      readonly customerName?: string;
    }
  | { readonly kind: 'stackone_trouble'; readonly trouble: Trouble; readonly since: string }
  | { readonly kind: 'stackone_back'; readonly since: string }
  // entries in the thread of the card
  | { readonly kind: 'registered'; readonly by: string; readonly appId: string; readonly appName: string }
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
  | { readonly kind: 'stopped_asking'; readonly about: About; readonly owners: readonly string[] }
  /** StackOne's connector requires what apps of this owner lack. To one person. */
  | ({ readonly kind: 'connector_drift' } & GatheredDrift)
  // to one person
  /** Client secrets of this owner's apps. */
  | { readonly kind: 'secrets_due'; readonly secrets: readonly SecretDue[]; readonly more: number }
  /** What this owner's apps rest on ends soon: is it still so? */
  | {
      readonly kind: 'still_so';
      readonly asked: readonly AskedAgain[];
      /** How many there are beyond `asked`. */
      readonly more: number;
    }
  /** An owner asks another one to prove the profile. */
  | {
      readonly kind: 'proof_asked';
      readonly about: About;
      readonly by: string;
    }
  | {
      readonly kind: 'cannot_post';
      readonly channelId: string;
      /** The first of `apps`: all that an earlier release knows. */
      readonly appId: string;
      readonly appName: string;
      /** Apps of this person that the channel watches, by name. Left out by an earlier release. */
      readonly apps?: readonly { readonly id: string; readonly name: string }[];
      /** How many there are beyond `apps`. */
      readonly more?: number;
      /** Slack's error code. */
      readonly why: string;
      /**
       * The channel takes messages again: Slack took one, or `by` says that it would. With `movedTo`: `by` has chosen this channel
       * for the app instead.
       */
      readonly over?: { readonly by: string | null; readonly movedTo?: string };
    }
  /** Slack refuses a message itself, so that it was left out. */
  | {
      readonly kind: 'message_dropped';
      readonly channelId: string;
      /** Slack's error code. */
      readonly why: string;
      /** Null: the status card, or a question about a profile. */
      readonly said: Message | null;
      readonly appId: string | null;
      readonly appName: string | null;
      /** How many others were left out in the channel shortly before. */
      readonly others: number;
    };

export type EditedPart =
  | 'name'
  | 'management_type'
  | 'owners'
  | 'purpose'
  | 'scopes'
  | 'scope_description'
  | 'credentials'
  | 'environment'
  | 'channel';
