import type { RequestLog } from '../../faults/fault_requests.ts';
import type { Faults } from '../../faults/faults.ts';
import type { SessionControl } from './connect/session_control.ts';
import type { OddList } from './lists/odd_list_names.ts';
import type { AccountEvent, ProfileCredentials } from './project.ts';
import type { SentWebhook, WebhookHabits } from './webhooks/webhooks.ts';

/** What the test or the demo page can do to the simulated StackOne. */
export interface StackOneSandbox
  extends Faults,
    ProfileControl,
    AccountControl,
    ConnectorControl,
    SessionControl,
    WebhookControl {
  /** Stands for `https://api.stackone.com`. */
  readonly url: string;
  /** A key with the scopes "Platform API: Read" and "Write", as StackOne makes them; `addKey` with fewer makes it read-only. */
  readonly apiKey: string;
  readonly requests: RequestLog;
  /** Another key; without scopes it is known, but answered 403 everywhere. */
  addKey(key: string, scopes?: readonly KeyScope[]): void;
  /** From now on this key is answered 401. */
  revokeKey(key: string): void;
  /** This path is answered with 404, as if it did not exist (yet, or any more). */
  withoutPath(path: ListingPath): void;
  withPath(path: ListingPath): void;
  /** From now on this list (the connector profiles, when left out) is wrong in this way; null: right again. */
  listOddly(odd: OddList | null, path?: ListingPath): void;
  /** From now on `/actions` wants this right of the key: which one it really wants is not documented. */
  actionsNeed(scope: KeyScope): void;
  /** v1 accounts come as a bare array in the specification, as `{data: [...]}` in the docs. */
  speakAccounts(form: 'array' | 'data'): void;
  /** How v2 names what both versions have: newer names in the beginning. */
  nameAccountFields(names: AccountNames): void;
  /** Runs before a request is answered: for changes between two pages. */
  beforeAnswer(happen: (path: string, page: number) => void): void;
  /** Requests a minute and key; 1,000 by default. */
  limitPerMinute(requests: number): void;
  close(): Promise<void>;
}

export interface ProfileControl {
  createProfile(profile: NewProfile): ProfileRow;
  renameProfile(id: string, name: string): void;
  disableProfile(id: string): void;
  enableProfile(id: string): void;
  deleteProfile(id: string): void;
  /** Newest first. */
  profiles(): readonly ProfileRow[];
  /** Holds the profile at this version of its connector; null: it follows the newest. */
  pinProfile(id: string, version: string | null): void;
  /** Somebody types another pair into the profile. */
  setProfileCredentials(id: string, credentials: ProfileCredentials): void;
  /** Of the pair in the profile; null: none. */
  profileClientId(id: string): string | null;
}

export interface AccountControl {
  linkAccount(profileId: string, account?: NewAccount): AccountRow;
  /** `reasons`: why, in StackOne's words; none when left out. */
  setAccountStatus(accountId: string, status: string, reasons?: readonly StatusReasonRow[]): void;
  deleteAccount(accountId: string): void;
  /** Newest first. */
  accounts(): readonly AccountRow[];
}

export interface ConnectorControl {
  /** What the connectors can do; a few made-up ones of Zoom's in the beginning. */
  setActions(actions: readonly ActionRow[]): void;
  /** Scopes that Zoom's connector itself asks for; none in the beginning. */
  setConnectorScopes(scopes: readonly string[]): void;
  /** A new version of Zoom's connector, `1.0.0` being the first. */
  releaseConnector(release: ConnectorRelease): void;
  /** The newest first. */
  connectorVersions(): readonly string[];
  connectorScopes(): readonly string[];
}

/** `account.created`, `account.updated` and `account.deleted`, sent as the accounts change. */
export interface WebhookControl {
  /** From now on, to this URL, signed in this way. Nothing is sent in the beginning. */
  sendWebhooks(habits: WebhookHabits): void;
  /** Sends one although nothing has changed. */
  notifyOfAccount(event: AccountEvent, accountId: string): void;
  /** The n-th (from 0) that was sent, in the same words. */
  sendWebhookAgain(nth: number): void;
  /** Waits for the answers. */
  sentWebhooks(): Promise<readonly SentWebhook[]>;
}

export type KeyScope = 'platform:read' | 'platform:write' | 'actions:execute' | 'connectors:read';
export type ListingPath = '/connector_profiles' | '/auth_configs' | '/accounts' | '/v2/accounts' | '/actions';

export type AccountNames = 'newer' | 'older' | 'both';

export interface ConnectorRelease {
  readonly version: string;
  /** As before when left out. */
  readonly actions?: readonly ActionRow[];
  readonly connectorScopes?: readonly string[];
  readonly scopeDefinitions?: readonly DefinedScope[];
}

export interface DefinedScope {
  readonly name: string;
  readonly description: string;
  readonly includes: readonly string[];
}

export interface ActionRow {
  readonly connector: string;
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

export interface NewProfile {
  readonly name?: string;
  readonly connectorKey?: string;
  readonly active?: boolean;
  readonly environment?: string;
  readonly releaseStage?: string;
  /** The Zoom app's pair; without one nobody can sign in through the profile. */
  readonly credentials?: ProfileCredentials;
}

export interface NewAccount {
  readonly status?: string;
  readonly ownerId?: string;
  readonly ownerName?: string;
  readonly label?: string;
  readonly type?: 'production' | 'test';
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Of the model LinkedAccount (v0.41.0): only the timestamp is required. */
export interface StatusReasonRow {
  readonly code?: string;
  readonly description?: string;
  readonly timestamp: string;
}

/** A connector profile as it goes over the wire: 17 fields. */
export interface ProfileRow {
  readonly id: string;
  name: string;
  readonly connector_key: string;
  readonly connector_label: string;
  readonly logo_url: string;
  readonly categories: readonly string[];
  active: boolean;
  default: boolean;
  readonly release_stage: string;
  readonly created_at: string;
  updated_at: string;
  connector_version: string;
  connector_pinned_version: string | null;
  readonly connector_owner: string;
  readonly environment: string | null;
  readonly authentication_config_key: string;
  readonly authentication_config_label: string;
}

/** An account as StackOne keeps it; `to_wire.ts` puts it into the v1 or v2 form. */
export interface AccountRow {
  readonly id: string;
  readonly connector_key: string;
  connector_profile_id: string;
  status: string;
  /** What the status returns to when a disabled profile is enabled again. */
  statusWhenEnabled: string;
  status_reasons: readonly StatusReasonRow[];
  readonly owner_id: string;
  readonly owner_name: string;
  readonly label: string | null;
  readonly type: 'production' | 'test';
  /** From the connect session; which account bodies show it is not documented, so none does here. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  updated_at: string;
}
