import type { GatheredDrift } from '../../drift/drift_groups.ts';
import type { UnreachableWhy } from '../../ownership/owner_contact.ts';
import type { About, Attestation, TakeoverEnded } from './message_facts.ts';

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

/** What is said to one person. */
export type PersonalMessage =
  /** StackOne's connector requires what apps of this owner lack. */
  | ({ readonly kind: 'connector_drift' } & GatheredDrift)
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
  /** An owner cannot be reached any more; to the other owners, to admins, and in the thread where nobody else owns it. */
  | {
      readonly kind: 'owner_unreachable';
      /** A Slack user id. */
      readonly owner: string;
      readonly why: UnreachableWhy;
      readonly apps: readonly { readonly id: string; readonly name: string }[];
      /** How many there are beyond `apps`. */
      readonly more: number;
      /** No owner of these apps can be reached. */
      readonly alone: boolean;
    }
  /** To who asked: the takeover ended without them becoming an owner. */
  | {
      readonly kind: 'takeover_ended';
      readonly appId: string;
      readonly appName: string;
      readonly ended: TakeoverEnded;
    }
  /** Another admin made this person an admin of the workspace's Greenroom, or took them off the list. */
  | {
      readonly kind: 'admin_changed';
      /** A Slack user id. */
      readonly by: string;
      readonly isAdmin: boolean;
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
      /** This person has set watches there, which they can end or have sent to themselves instead. */
      readonly hasSet?: true;
      /** One of them is of every app; it is none of `apps`. */
      readonly everyApp?: true;
      /** Slack's error code. */
      readonly why: string;
      /**
       * The channel takes messages again: Slack took one, or `by` says that it would. With `movedTo`: `by` has chosen this channel
       * for the app instead; with `archived`, `by` has archived or deleted the app; with `ended`, `by` has
       * ended the watches.
       */
      readonly over?: {
        readonly by: string | null;
        readonly movedTo?: string;
        readonly archived?: true;
        readonly ended?: true;
      };
    };
