import type { Limits } from '../contract.ts';
import type { ProcessorWait } from '../deadlines/processor_wait.ts';
import type { JsonObject } from '../json.ts';
import type { FaultSwitches } from './fault_switches.ts';
import type { Journal } from './journal.ts';

/** The state of the simulated Slack. Plain data; the functions are in the files beside this one. */
export interface SlackState {
  readonly manifest: JsonObject;
  readonly limits: Limits;
  readonly scopes: readonly string[];
  readonly appId: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly teams: readonly Team[];
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** OAuth codes not yet exchanged. */
  readonly codes: Map<string, Grant>;
  readonly files: Map<string, StoredFile>;
  readonly journal: Journal;
  readonly faults: FaultSwitches;
  readonly listeners: Set<() => void>;
  /** Block types that this Slack does not have yet. */
  readonly lacks: Set<string>;
  /** Called with every message that is posted (`before`: null), edited or deleted (`before`: as it was). */
  announce: (message: Message, before: Message | null) => void;
  /** The app joins a channel by itself: its members see it, and an event is sent. */
  joins: (team: Team, channel: Channel) => void;
  readonly processorWait: ProcessorWait;
  /** Milliseconds Slack's clock runs ahead of this machine's. */
  ahead: number;
  /** The simulator is stopping: no more retries. */
  stopped: boolean;
  /** Last message time given out, in microseconds. */
  lastMicros: number;
  count: number;
  /** `http://127.0.0.1:PORT/`, known once the server listens. */
  url: string;
}

/** What a person allowed. The exchange must name the redirect address again, when the request named one. */
export interface Grant {
  readonly teamId: string;
  readonly userId: string;
  readonly redirectUri: string | null;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** What people call the app: `display_name` of its bot user, else the name of the app. */
  readonly botName: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly users: readonly User[];
  readonly channels: Channel[];
  readonly userGroups: UserGroup[];
  readonly messages: Message[];
  /** Modal stack of each user id, bottom first. */
  readonly stacks: Map<string, View[]>;
  readonly homes: Map<string, View>;
  /** For all of which the app is installed; null: for this workspace. */
  readonly organisation: Organisation | null;
  botToken: string;
  installed: boolean;
}

/** `workspaces`: names of all in it, simulated or not. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly workspaces: readonly string[];
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  readonly timeZone: string;
  /** Name of another workspace, for a person of that one; null for people of this one. */
  readonly home: string | null;
  readonly isBot: boolean;
  isDeactivated: boolean;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  members: readonly string[];
  /** Disabled in Slack: listed no more unless asked for, and has no members to list. */
  isDisabled: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly created: number;
  readonly members: Set<string>;
  archived: boolean;
  hasBot: boolean;
}

/** `state.values` of Slack: block id -> action id -> value as it goes over the wire. */
export type Fields = Record<string, Record<string, JsonObject>>;

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** `slack`: messages of Slack itself (Slackbot). */
  readonly author: { readonly kind: 'user' | 'bot' | 'slack'; readonly id: string };
  /** The id that a person's client gave it; null for what apps and Slack say. */
  readonly clientMsgId: string | null;
  /** The only user id who sees it; null = everyone in the channel. */
  readonly onlyFor: string | null;
  text: string;
  blocks: readonly JsonObject[];
  /** Legacy: text, colour and fields in a frame below. */
  attachments: readonly JsonObject[];
  metadata: JsonObject | null;
  readonly files: readonly StoredFile[];
  fields: Fields;
  edits: number;
  deleted: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  /** In bytes, as announced. */
  readonly length: number;
  /** Id of the person or bot user. */
  readonly by: string;
  /** The part of the upload address that nobody can guess. */
  readonly uploadKey: string;
  readonly created: number;
  title: string;
  /** Null until it was uploaded. */
  text: string | null;
  completed: boolean;
}

export interface View {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly type: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | null;
  /** As the app sent it, with block ids and action ids filled in. */
  content: JsonObject;
  hash: string;
  fields: Fields;
  /** Texts of `response_action: errors` by block id. */
  errors: Readonly<Record<string, string>>;
  /** Slack's error text above the buttons when the app failed. */
  trouble: string | null;
  /** Counts every publish, update and close. */
  version: number;
  /** Where its people came from: channel of the command or message. */
  readonly channel: string | null;
}

export interface Trigger {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly channel: string | null;
  readonly expiresAt: number;
  /** Simulator and app together had waited so long for a processor when it was handed out. */
  readonly waitedMs: number;
  used: boolean;
}

export interface ResponseUrl {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly channel: string;
  readonly threadTs: string | null;
  /** Message whose button was pressed; null for a command. */
  readonly origin: string | null;
  readonly expiresAt: number;
  usesLeft: number;
}
