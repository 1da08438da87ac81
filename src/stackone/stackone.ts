import { createHash } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Secret } from '../core/secrets/secret.ts';
import type { CircuitLimits } from '../http_client/circuit_breaker.ts';
import { createHttpClient, type HttpClientLog } from '../http_client/http_client.ts';
import type { Outbound } from '../http_client/outbound.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { listAccounts } from './accounts/list_accounts.ts';
import { listZoomActions } from './actions.ts';
import { createConnectSession } from './connect/create_session.ts';
import { fetchConnectSession } from './connect/read_session.ts';
import type { ConnectSessionOutcome, CreatedSession, NewConnectSession } from './connect/session_types.ts';
import { createCoolDown } from './cool_down.ts';
import { createListFaults } from './list_faults.ts';
import { createProfileListing, PROFILE_PATHS } from './profiles.ts';
import { createRequests, unavailable } from './request.ts';
import type { AccountsOutcome, ActionsOutcome, ProfilesOutcome, VersionsOutcome } from './stackone_types.ts';
import { listConnectorVersions } from './versions/versions.ts';

export interface StackOneOptions {
  /** `https://api.stackone.com`, or a simulator. */
  readonly apiUrl: string;
  /** Needs "Platform API: Read", and "Write" for connect sessions. null: every question is answered `not_configured`. */
  readonly apiKey: Secret | null;
  /** Greenroom's, for the User-Agent. */
  readonly version: string;
  readonly clock: Clock;
  readonly log?: HttpClientLog;
  readonly timeoutMs?: number;
  readonly circuit?: CircuitLimits;
  readonly telemetry?: Telemetry;
  readonly outbound?: Outbound;
  /** Between two questions; 100 ms, so that one replica never spends more than 600 of a key's 1,000 a minute. */
  readonly minIntervalMs?: number;
  /** The listings of profiles, in the order of trying; today's and yesterday's name when left out. */
  readonly profilePaths?: readonly string[];
}

export interface StackOne {
  /** All Zoom connector profiles of the project, disabled ones too. One call serves all waiting environments. */
  listZoomProfiles(): Promise<ProfilesOutcome>;
  listAccounts(profileId: string): Promise<AccountsOutcome>;
  /** What the Zoom connector can do, and the scopes each action takes. */
  listZoomActions(): Promise<ActionsOutcome>;
  /** The connector's versions that this profile can run with. */
  listConnectorVersions(profileId: string): Promise<VersionsOutcome>;
  /**
   * Makes a link with which one person can link an account through this profile. It has a side effect and is never
   * repeated: after an unclear end nobody has the link. A key without "Platform API: Write" is refused (403).
   */
  createConnectSession(session: NewConnectSession): Promise<CreatedSession>;
  /** What became of the link so far. */
  readConnectSession(id: string): Promise<ConnectSessionOutcome>;
  close(): Promise<void>;
}

export function createStackOne(options: StackOneOptions): StackOne {
  const { apiUrl, apiKey, version, clock, profilePaths = PROFILE_PATHS, ...rest } = options;
  if (apiKey === null) {
    const unasked = async () => unavailable('not_configured');
    return {
      listZoomProfiles: unasked,
      listAccounts: unasked,
      listZoomActions: unasked,
      listConnectorVersions: unasked,
      createConnectSession: unasked,
      readConnectSession: unasked,
      close: async () => {},
    };
  }
  const client = createHttpClient({
    ...rest,
    host: 'stackone',
    clock,
    baseUrl: apiUrl,
    userAgent: `Greenroom/${version}`,
    concurrency: 8,
    minIntervalMs: options.minIntervalMs ?? 100,
  });
  const { fetchJson, postJson } = createRequests(client, apiKey, createCoolDown(clock));
  const faults = createListFaults(options.log, clock);
  return {
    listZoomProfiles: createProfileListing(fetchJson, clock, faults, profilePaths),
    listAccounts: (profileId) => listAccounts(fetchJson, clock, faults, profileId),
    listZoomActions: () => listZoomActions(fetchJson, clock, faults),
    listConnectorVersions: (profileId) => listConnectorVersions(fetchJson, clock, faults, profileId),
    createConnectSession: (session) => createConnectSession(postJson, faults, apiUrl, session),
    readConnectSession: (id) => fetchConnectSession(fetchJson, faults, id),
    close: client.close,
  };
}

/** Enough to see that the key was replaced, and of no use for anything else. Null without a key. */
export function keyFingerprint(apiKey: Secret | null): string | null {
  return apiKey === null ? null : createHash('sha256').update(apiKey.reveal()).digest('hex').slice(0, 12);
}
