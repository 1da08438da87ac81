import type { JsonObject } from '../json.ts';

export interface PersonSpec {
  /** Handle used in tests: `ana`. */
  readonly name: string;
  readonly realName: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly timeZone?: string;
  /** Name of the workspace of this person, when it is another one: met in channels that are shared through Slack Connect. */
  readonly home?: string;
  readonly isBot?: boolean;
  readonly isDeactivated?: boolean;
}

export interface ChannelSpec {
  /** Without `#`. */
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Handles of the people in it. */
  readonly members: readonly string[];
  readonly hasBot?: boolean;
}

export interface WorkspaceSpec {
  readonly name: string;
  /**
   * The app is installed for the whole Grid organisation of this workspace, with one token and one bot user for all workspaces that name
   * the same organisation; `workspaces`: names of others in it that are not simulated. Payloads then name the organisation of the app
   * and not that of the person. With `installed: false` an admin has not added the app to this workspace.
   */
  readonly organisation?: { readonly name: string; readonly workspaces?: readonly string[] };
  readonly people: readonly PersonSpec[];
  readonly channels: readonly ChannelSpec[];
  /** Without `@`; members by their handles. Default: none. */
  readonly userGroups?: readonly {
    readonly handle: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  /** The app is installed there from the start (default), or only after `installs`. */
  readonly installed?: boolean;
}

export interface Limits {
  /** Time to acknowledge, ms. Slack: 3000. */
  readonly ackMs: number;
  /** Life of a trigger id, ms. Slack: 3000. */
  readonly triggerMs: number;
  /** Life of a response_url, ms. Slack: 30 minutes. */
  readonly responseUrlMs: number;
  /** Posts per response_url. Slack: 5. */
  readonly responseUrlUses: number;
  /** Pauses before an unacknowledged event is sent again, ms. Slack: at once, 1 min, 5 min; here short. */
  readonly eventRetryMs: readonly number[];
  /** How long a person of the driver waits for something to appear, ms. */
  readonly timeoutMs: number;
  /** Socket Mode connections of one app; one more is turned away. Slack: 10. */
  readonly sockets: number;
  /** Between two pings of the server on a socket, ms; clients give up after 30 s without. Slack: not documented. */
  readonly pingMs: number;
}

export interface SlackOptions {
  /** The app's manifest: its slash commands, bot events, scopes and Home settings are what exists here. */
  readonly manifest: JsonObject;
  /** Default: `acme()` of workspaces.ts (Ana, Zoë, Ben; #zoom-integration, #general, private #platform, archived #old-zoom). */
  readonly workspaces?: readonly WorkspaceSpec[];
  /** Scopes of the bot tokens. Default: those of the manifest, else `commands, chat:write`. */
  readonly scopes?: readonly string[];
  /** Optional scopes that were granted beside those. */
  readonly moreScopes?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Block types that this Slack does not have yet, e.g. `alert`; none by default. */
  readonly lacks?: readonly string[];
  /** Port of the simulator; default: any free one. */
  readonly port?: number;
  /** The address by which the app knows it, ending in a slash; default: the port on 127.0.0.1. */
  readonly publicUrl?: string;
}
