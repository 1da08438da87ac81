import type { CheckName } from '../../checks/check.ts';
import type { ProfileMatch } from '../../checks/check_detail.ts';
import type { UnknownReason } from '../../checks/reasons.ts';
import type { ConnectPurpose } from '../../proof/connect_session.ts';
import type { About, TakeoverEnded } from './message_facts.ts';

/** What is said in a channel as a message of its own. */
export type ChannelMessage =
  | {
      readonly kind: 'profile_created';
      readonly about: About;
      /** Missing in messages that an earlier release has queued. */
      readonly profileId?: string;
      readonly profileName: string;
      readonly matchedBy: ProfileMatch;
      readonly live: boolean;
    }
  /** `unsteady`: as of a regression. */
  | { readonly kind: 'recovered'; readonly about: About; readonly check: CheckName; readonly unsteady?: true }
  /** Somebody linked an account through the profile, which proves that it works. */
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
  /** `owners`: those who did not do it themselves. */
  | {
      readonly kind: 'app_archived';
      readonly appId: string;
      readonly appName: string;
      readonly by: string;
      readonly owners: readonly string[];
      /** It was a duplicate of this app, and was merged into it. */
      readonly into?: { readonly appId: string; readonly appName: string };
    }
  | {
      readonly kind: 'app_restored';
      readonly appId: string;
      readonly appName: string;
      readonly by: string;
      /** Its name before, which another app has by now. */
      readonly before?: string;
      /** How many of its environments need their client secret again, to be looked at. */
      readonly withoutSecret: number;
    }
  | {
      readonly kind: 'app_deleted';
      readonly appId: string;
      readonly appName: string;
      readonly by: string;
      readonly owners: readonly string[];
    }
  /** Somebody wants to become an owner of an app; in its channel, and to each owner. Edited when that has ended. */
  | {
      readonly kind: 'takeover_asked';
      readonly appId: string;
      readonly appName: string;
      readonly takeoverId: string;
      readonly by: string;
      /** Until when an owner can object at least. ISO. */
      readonly until: string;
      /** Who can object: the owners. */
      readonly owners: readonly string[];
      readonly ended?: TakeoverEnded;
    }
  /** In a channel that Greenroom was added to. `invitedBy`: a Slack user id; null where Slack does not say. */
  | { readonly kind: 'introduction'; readonly invitedBy: string | null }
  | { readonly kind: 'stackone_trouble'; readonly trouble: UnknownReason; readonly since: string }
  | { readonly kind: 'stackone_back'; readonly since: string };
