import type { Json, JsonObject } from '../simulators/slack/json.ts';
import type { ControlPanelSeen } from './snapshot/control_panel_seen.ts';

/**
 * What the page, and a test, get from the sandbox server. `GET /sandbox/state?team=T…&user=U…` answers a `Snapshot`;
 * `GET /sandbox/changes` is a stream of server-sent events, one `change` whenever a new snapshot is worth asking for.
 */
export interface Snapshot {
  readonly viewer: { readonly team: string; readonly user: string };
  readonly workspaces: readonly WorkspaceSeen[];
  /** The app, as the sidebar shows it. */
  readonly app: { readonly name: string; readonly userId: string; readonly dm: string | null };
  readonly commands: readonly CommandSeen[];
  readonly shortcuts: readonly ShortcutSeen[];
  readonly channels: readonly ChannelSeen[];
  /** Everything this person can see, in all channels, oldest first; replies after their parent. */
  readonly messages: readonly MessageSeen[];
  /** The modal stack, bottom first. */
  readonly modals: readonly ViewSeen[];
  readonly home: ViewSeen | null;
  /** Names of ids that stand in texts: people, channels, the app. Without `@` or `#`. */
  readonly names: Readonly<Record<string, string>>;
  /** Milliseconds Slack waits for an acknowledgement. */
  readonly ackMs: number;
  readonly controlPanel: ControlPanelSeen;
  readonly inspector: { readonly requests: number; readonly broken: number };
}

export interface WorkspaceSeen {
  readonly id: string;
  readonly name: string;
  /** The app is installed there. */
  readonly installed: boolean;
  readonly people: readonly PersonSeen[];
  readonly userGroups: readonly UserGroupSeen[];
}

export interface UserGroupSeen {
  readonly id: string;
  /** Without `@`. */
  readonly handle: string;
  /** Ids of people. */
  readonly members: readonly string[];
}

export interface PersonSeen {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly isAdmin: boolean;
  readonly isDeactivated: boolean;
  /** Slack takes direct messages of the app to this person. */
  readonly isReachable: boolean;
}

export interface CommandSeen {
  readonly command: string;
  readonly description: string;
  readonly hint: string;
}

export interface ShortcutSeen {
  readonly type: 'global' | 'message';
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
}

export interface ChannelSeen {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly archived: boolean;
  readonly hasBot: boolean;
  readonly members: number;
  /** The error code with which Slack refuses messages of the app there. */
  readonly refusal: string | null;
}

export interface MessageSeen {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly author: { readonly kind: 'user' | 'bot' | 'slack'; readonly id: string; readonly name: string };
  /** Only this viewer sees it. */
  readonly ephemeral: boolean;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly fields: FieldsSeen;
  readonly files: readonly FileSeen[];
  readonly edited: boolean;
}

/** A file that was shared with a message; its content is text. */
export interface FileSeen {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** Block id -> action id -> value as on the wire. */
export type FieldsSeen = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

export interface ViewSeen {
  readonly id: string;
  readonly hash: string;
  /** As the app sent it: title, blocks, submit, close. */
  readonly content: JsonObject;
  readonly fields: FieldsSeen;
  /** What the app answered, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Slack's own words when the app did not answer in time. */
  readonly trouble: string | null;
}

/** One line of `GET /sandbox/inspector`, newest last. `GET /sandbox/inspector/<id>` adds what was said. */
export interface RequestSeen {
  readonly id: number;
  readonly at: number;
  readonly direction: 'from_app' | 'to_app';
  readonly kind: string;
  readonly status: number | null;
  readonly ms: number | null;
  /** `ok`, an error code, or how the app acknowledged; null while open. */
  readonly outcome: string | null;
  readonly violations: readonly {
    readonly code: string;
    readonly pointer: string;
    readonly message: string;
  }[];
}

export interface RequestDetails extends RequestSeen {
  readonly request: Json;
  readonly reply: Json | null;
}

/** A request to Zoom or StackOne: `GET /sandbox/inspector/hosts`. Secrets are masked before it is recorded. */
export interface HostCallSeen {
  readonly host: 'zoom' | 'stackone';
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly notes: Readonly<Record<string, string>>;
}

/** `GET /sandbox/message?team=…&channel=…&ts=…`: what stands there, and the requests that put it there. */
export interface MessageDetails {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly requests: readonly number[];
}

/** How an act of a person ended. */
export interface ActEnded {
  /** `acked`, `timeout`, `unreachable`, `refused`; for modals also `closed`, `errors`, `updated`, `pushed`; else `done`. */
  readonly outcome: string;
  readonly ms: number;
  /** What Slack's own client refuses, by block id; then nothing was sent. */
  readonly problems: Readonly<Record<string, string>>;
}

export interface OfferSeen {
  /** As the app sent it. */
  readonly option: JsonObject;
  readonly group: string | null;
}
