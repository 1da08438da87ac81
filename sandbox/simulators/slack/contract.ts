import type { Json, JsonObject } from './json.ts';
import type { Violation } from './rules/index.ts';

export type { Violation };

/** The interface of the simulated Slack for stories and the page. Everything else in this folder is internal. */

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
   * The app is installed for the whole Grid organisation of this workspace; `workspaces`: names of the others in it. Payloads then name
   * the organisation of the app and not that of the person.
   */
  readonly organisation?: { readonly name: string; readonly workspaces?: readonly string[] };
  readonly people: readonly PersonSpec[];
  readonly channels: readonly ChannelSpec[];
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
  readonly limits?: Partial<Limits>;
  /** Block types that this Slack does not have yet, e.g. `alert`; none by default. */
  readonly lacks?: readonly string[];
  /** Port of the simulator; default: any free one. */
  readonly port?: number;
}

export interface LogEntry {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly direction: 'from_app' | 'to_app';
  /** Web API method, `response_url`, or what was delivered: `command`, `view_submission`, `event:app_home_opened`. */
  readonly kind: string;
  readonly team: string | null;
  readonly request: Json;
  /** What Slack answered the app, or how the app acknowledged; null while open. */
  readonly reply: Json | null;
  /** HTTP status of the answer; null for Socket Mode and while open. */
  readonly status: number | null;
  readonly ms: number | null;
  /** How much longer than Slack would have the simulator waited for the app, because the machine was too busy. */
  readonly grantedMs: number;
  readonly violations: readonly Violation[];
}

export interface Inspector {
  entries(): readonly LogEntry[];
  /** Everything the app ever did against Slack's rules. Empty = the app behaves. */
  violations(): readonly (Violation & { readonly kind: string; readonly entry: number })[];
  /** Requests of the app to one method, in order. */
  calls(method: string): readonly LogEntry[];
  /** Deliveries to the app of one kind. */
  deliveries(kind: string): readonly LogEntry[];
  /** Forget the log, e.g. after a provoked mistake. */
  clear(): void;
}

export interface Faults {
  /** Slack cannot be reached: connections are cut (default) or answered with 503. Sockets drop. */
  down(how?: 'cut' | '503'): void;
  /** Every call (or one method) takes this much longer. */
  slow(ms: number, method?: string): void;
  /** 429 with Retry-After for everything, one method, or one channel (`#name`). `times`: default until `clear`. */
  rateLimited(limit: { retryAfter: number; method?: string; channel?: string; times?: number }): void;
  /** The next calls of a method are refused with a Slack error code. */
  failNext(method: string, error: string, times?: number): void;
  /**
   * Calls to a channel (`#name`, an id, or a person's id for the direct messages) are answered with this error code, whatever it
   * is: of one method, or of all that post and edit. Until `clear`, `allowAgain`, or for `times` calls.
   */
  refuse(refusal: { error: string; channel?: string; method?: string; times?: number }): void;
  /** Takes back what `refuse` set up for this channel. */
  allowAgain(channel: string): void;
  /** The next calls of a method are carried out, but the answer never arrives: the connection is cut. */
  loseReplies(method: string, times?: number): void;
  /** The next calls are answered with a page of HTML. */
  html(times?: number, status?: number): void;
  /** One message per second and channel, else 429. Off by default. */
  oneMessagePerSecond(on: boolean): void;
  /** conversations.history and .replies as commercial apps outside the Marketplace get them: once a minute, 15 messages. */
  historyLimited(on: boolean): void;
  /** All of the above away. */
  clear(): void;
}

export interface MessageHandle {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly ephemeral: boolean;
  /** What stands there now, as plain lines; empty once deleted. */
  text(): string;
  /** How often it was edited. */
  edits(): number;
  /** Labels of its buttons now. */
  buttons(): string[];
  /** Raw blocks now. */
  blocks(): readonly JsonObject[];
  isDeleted(): boolean;
}

/** How a delivery to the app ended. */
export type AckOutcome = 'acked' | 'timeout' | 'unreachable' | 'refused';

export interface Typed {
  /** `posted`: an ordinary message. `slack`: answered by Slack itself (`/invite`, unknown command). Others: of a slash command. */
  readonly outcome: AckOutcome | 'posted' | 'slack';
  readonly ms: number;
  /** The message this produced at once (posted, or answered in the acknowledgement, or Slack's own words). */
  readonly message: MessageHandle | null;
}

export interface Suggestion {
  readonly text: string;
  readonly value: string;
  readonly group: string | null;
  readonly description: string | null;
}

export interface Near {
  /** Of several elements with the same label: the one whose block (or the text just above it) matches. */
  readonly near?: string | RegExp;
}

/** What stands on a modal or on App Home, and what one can do there. Labels are those a person reads. */
export interface Surface {
  /** Readable lines, `[Button]`, `Label: value`, `! error`. Empty once closed. */
  text(): string;
  /** Waits until the text matches. */
  sees(pattern: string | RegExp): Promise<void>;
  buttons(): string[];
  /** Labels of inputs and named elements. */
  labels(): string[];
  /** What is typed or chosen there now. */
  value(label: string): string | readonly string[] | null;
  /** Texts a static select, radio group or checkbox list offers. */
  options(label: string): string[];
  fill(label: string, text: string): Promise<void>;
  /** One option of a select, radio group or overflow menu. */
  choose(label: string, option: string): Promise<void>;
  tick(label: string, options: readonly string[]): Promise<void>;
  untick(label: string, options: readonly string[]): Promise<void>;
  /** Types into an external select and returns what the app offers. Below min_query_length: nothing is asked. */
  suggestions(label: string, typed: string): Promise<Suggestion[]>;
  /** Adds options to a (multi) select; an external one is asked with `typing` or the option's own text. */
  pick(label: string, options: readonly string[], how?: { typing?: string }): Promise<void>;
  unpick(label: string, options: readonly string[]): Promise<void>;
  pickUsers(label: string, names: readonly string[]): Promise<void>;
  /** A channel or, where all conversations are offered, a person (`@zoe`) or the app (`@bot`): their direct messages. */
  pickChannel(label: string, channel: string): Promise<void>;
  press(label: string, where?: Near): Promise<AckOutcome>;
}

export type Submitted = 'closed' | 'errors' | 'updated' | 'pushed' | Exclude<AckOutcome, 'acked'>;

export interface Modal extends Surface {
  readonly viewId: string;
  title(): string;
  /** Presses the submit button. Refuses (throws) what Slack's own client refuses: empty required inputs, lengths, formats. */
  submit(): Promise<Submitted>;
  /** Label -> text of the errors the app answered with. */
  errors(): Readonly<Record<string, string>>;
  /** Slack's own words when the app did not answer: "We had some trouble connecting. Try again?" */
  trouble(): string | null;
  isOpen(): boolean;
  /** The close button: back to the view below, or away. */
  close(): Promise<void>;
  /** The X: the whole stack goes. */
  dismiss(): Promise<void>;
}

export interface Home extends Surface {}

/** A person at the keyboard. Throws `CannotDo` for anything a person could not do. Places: `#channel`, `@bot` (the app's DM), `@zoe` (a DM). */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Types into a channel and presses Enter. Resolves when the app has acknowledged, or Slack has given up. */
  types(where: string, text: string, how?: { thread?: MessageHandle }): Promise<Typed>;
  /** Waits until a message this person can see matches (newest match wins); `after` limits to newer messages. */
  sees(where: string, pattern: string | RegExp, how?: { after?: MessageHandle }): Promise<MessageHandle>;
  /** Waits until nothing this person can see matches. */
  noLongerSees(where: string, pattern: string | RegExp): Promise<void>;
  /** Messages this person can see now, oldest first, threads under their parent. */
  messages(where: string): MessageHandle[];
  transcript(where: string): string;
  modal(title?: string | RegExp): Promise<Modal>;
  /** The modal on top now, without waiting. */
  topModal(): Modal | null;
  press(message: MessageHandle, label: string, where?: Near): Promise<AckOutcome>;
  /** A double click: two payloads at once. */
  pressTwice(message: MessageHandle, label: string, where?: Near): Promise<readonly AckOutcome[]>;
  /** A select, overflow, radio or checkbox in a message, named by its placeholder or its section's text. */
  selectIn(message: MessageHandle, which: string, option: string): Promise<AckOutcome>;
  /** Picks a shortcut of the app from the search bar, by its name in the manifest. */
  runsShortcut(name: string): Promise<AckOutcome>;
  /** Picks one from the menu of a message. */
  runsShortcutOn(message: MessageHandle, name: string): Promise<AckOutcome>;
  /** Opens App Home and waits for the app to publish it. */
  opensHome(): Promise<Home>;
}

export interface InstalledWorkspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botToken: string;
  readonly botUserId: string;
  person(name: string): Person;
  /** Id of a channel, `#name` or `name`. */
  channelId(name: string): string;
  archives(channel: string): Promise<void>;
  unarchives(channel: string): Promise<void>;
  invitesBot(channel: string): Promise<void>;
  removesBot(channel: string): Promise<void>;
  /** The app is removed: tokens are revoked, `tokens_revoked` and `app_uninstalled` are delivered. */
  uninstalls(): Promise<void>;
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
  /** Resolves at the next change of anything visible. Returns a function that stops listening. */
  onChange(listener: () => void): () => void;
  stop(): Promise<void>;
}
