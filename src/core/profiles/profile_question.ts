import type { EnvironmentKind } from '../checks/check.ts';
import type { ProfileMatch } from '../checks/check_detail.ts';

/** "Which Zoom app does this new connector profile belong to?", asked once per channel and remembered. */
export interface ProfileQuestion {
  readonly id: string;
  readonly channelId: string;
  readonly profiles: readonly AskedProfile[];
  /** Environments of this channel that wait for a profile, at most 100. */
  readonly waiting: readonly AskedEnvironment[];
}

export interface AskedProfile {
  readonly id: string;
  readonly name: string;
  readonly state:
    | { readonly kind: 'open' }
    | { readonly kind: 'dismissed' }
    | { readonly kind: 'removed' }
    | {
        readonly kind: 'assigned';
        readonly appName: string;
        readonly environment: EnvironmentKind;
        readonly matchedBy: ProfileMatch;
        readonly by: string | null;
      };
}

export interface AskedEnvironment {
  readonly environmentId: string;
  readonly appId: string;
  readonly appName: string;
  readonly environment: EnvironmentKind;
}
