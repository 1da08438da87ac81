import type { JsonObject } from '../json.ts';
import type { AckOutcome, Home, Modal, Near } from './surfaces.ts';

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
  /** The files shared with it, as the person reads them. */
  files(): readonly { readonly name: string; readonly title: string; readonly text: string }[];
  /** Raw blocks now. */
  blocks(): readonly JsonObject[];
  isDeleted(): boolean;
}

export interface Typed {
  /** `posted`: an ordinary message. `slack`: answered by Slack itself (`/invite`, unknown command). Others: of a slash command. */
  readonly outcome: AckOutcome | 'posted' | 'slack';
  readonly ms: number;
  /** The message this produced at once (posted, or answered in the acknowledgement, or Slack's own words). */
  readonly message: MessageHandle | null;
}

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
  /** The machine delayed the last command: simulator and app waited for a processor much of that time. */
  wasDelayed(): boolean;
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
