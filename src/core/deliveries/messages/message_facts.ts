import type { EnvironmentKind } from '../../checks/check.ts';

/** Which environment of which Zoom app a message speaks of. */
export interface About {
  readonly appId: string;
  readonly appName: string;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
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
