import type { Faults } from './faults.ts';
import type { Inspector } from './inspector.ts';
import type { Person } from './person.ts';

export interface InstalledWorkspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Of the Grid organisation for which the app is installed; null: it is installed for this workspace. */
  readonly organisationId: string | null;
  readonly botToken: string;
  readonly botUserId: string;
  person(name: string): Person;
  /** Id of a channel, `#name` or `name`. */
  channelId(name: string): string;
  archives(channel: string): Promise<void>;
  unarchives(channel: string): Promise<void>;
  /** Who is in a user group from now on, by their handles; null: it is disabled. */
  setsUserGroup(handle: string, members: readonly string[] | null): void;
  invitesBot(channel: string): Promise<void>;
  removesBot(channel: string): Promise<void>;
  /** The app is removed, from the whole organisation where it has one: `tokens_revoked` and `app_uninstalled` are delivered. */
  uninstalls(): Promise<void>;
  /** An admin of the Grid organisation adds the app to this workspace, or takes it out again. */
  grantsAccess(on: boolean): void;
  /** The owner visits the app's install page, allows, and comes back: status and text of the app's last page. */
  installsFrom(installUrl: string): Promise<{ readonly status: number; readonly text: string }>;
}

export interface SimulatedSlack extends InstalledWorkspace {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string;
  /** Value for SLACK_API_URL. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly faults: Faults;
  readonly inspector: Inspector;
  /** A workspace by name. The members of SimulatedSlack itself speak of the first one. */
  workspace(name: string): InstalledWorkspace;
  /** From now on payloads are signed and posted to this URL (`http://host/slack/events`); null: Socket Mode again. */
  deliverTo(url: string | null): void;
  /** Sends url_verification to the HTTP endpoint; true when the app answers with the challenge. */
  verifiesUrl(): Promise<boolean>;
  /** Open Socket Mode connections. */
  connections(): number;
  /** Waits for at least this many connections. */
  connected(count?: number): Promise<void>;
  /** Asks the app to reconnect, as Slack does every few hours. */
  refreshSockets(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts every socket without a disconnect message. */
  dropSockets(): void;
  /** From now on the sockets stay open without pings or pongs, as behind a proxy that lost its upstream. */
  stopsPinging(on: boolean): void;
  /** From now on this Slack refuses these block types, as before they were rolled out; empty: it takes all. */
  lacksBlocks(types: readonly string[]): void;
  /** The app runs as this process: what it waits for a processor is taken off the times that Slack judges. */
  runsAs(pid: number): void;
  /** Moves Slack's clock: triggers and response_urls age. */
  advance(ms: number): void;
  /** Calls the listener at every change of anything visible. Returns a function that stops it. */
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}
