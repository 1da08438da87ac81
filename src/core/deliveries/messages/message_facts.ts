import type { EnvironmentKind } from '../../checks/check.ts';
import type { TakeoverEnd } from '../../ownership/takeover.ts';

/** Which environment of which Zoom app a message speaks of. */
export interface About {
  readonly appId: string;
  readonly appName: string;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
}

/**
 * How a takeover ended; `by`: who objected, agreed or withdrew, or null: nobody did anything. `unseen`: `void`, as Slack refused to show
 * the request to anybody.
 */
export interface TakeoverEnded {
  readonly how: TakeoverEnd;
  readonly by: string | null;
  readonly unseen?: true;
}

/** What a person attested. */
export type Attestation = 'redirect' | 'test_status' | 'credentials';

/** What of a registration an edit changed. */
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
