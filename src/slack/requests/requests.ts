import type { HomeView, MessageView, ModalView } from '../blocks/block_types.ts';

/** The requests that handlers receive: what a person did, and how to respond there. Slack's payloads are not visible here. */

export interface Person {
  readonly workspaceId: string;
  /** Slack user id. */
  readonly userId: string;
}

export interface CommandRequest {
  readonly person: Person;
  /** With its slash. */
  readonly command: string;
  /** As typed, Slack's escapes undone. */
  readonly text: string;
  readonly channel: CommandChannel;
  /**
   * To be called before the first `await`: the response is data that is read fast, so it may be the acknowledgement. Slack is
   * kept waiting for it 2 s at most. Otherwise Slack is answered first.
   */
  hold(): void;
  /** To this person only. At most five times, within half an hour. */
  reply(message: MessageView): Promise<void>;
  /** Once, within 3 s. Held while it is drawn, and acknowledged right before it opens. */
  open(draw: () => ModalView | Promise<ModalView>): Promise<void>;
}

export interface CommandChannel {
  readonly id: string;
  /** Greenroom can be invited there; a direct message is no such place. */
  readonly isChannel: boolean;
}

/** What one input block holds. Only the part that fits its element is filled. */
export interface Typed {
  readonly text: string;
  readonly option: string | null;
  readonly options: readonly string[];
  readonly users: readonly string[];
  /** The first, where several can be chosen. */
  readonly conversation: string | null;
  /** `2026-03-02`, as Slack's date picker gives it. */
  readonly date: string | null;
  /** Of a field for files: where the content is, for a bot that may read it. */
  readonly files?: readonly { readonly name: string; readonly url: string }[];
}

/** By block id; each block has one element. */
export type TypedByBlock = Readonly<Record<string, Typed>>;

/** A modal on which something was done. `metadata`: its private_metadata. */
export interface OpenModal {
  readonly viewId: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly typed: TypedByBlock;
}

/** Where a button was pressed. */
export type Place =
  | { readonly kind: 'message'; readonly channelId: string; readonly ephemeral: boolean }
  | { readonly kind: 'home'; readonly typed: TypedByBlock }
  /** `hash` identifies the version of the modal in which it was pressed. */
  | ({ readonly kind: 'modal'; readonly hash: string } & OpenModal);

export interface ActionRequest {
  readonly person: Person;
  /** Without the part after `#`. */
  readonly actionId: string;
  /** Of the button, or of the chosen option. */
  readonly value: string;
  readonly place: Place;
  /** To this person only: an ephemeral message, or a modal where there is no message. */
  reply(message: MessageView): Promise<void>;
  /** In place of the message with the button, which must be ephemeral. */
  replace(message: MessageView): Promise<void>;
  /**
   * On top of the modal it was pressed in, if any. Once, within 3 s; later, what is only read comes as a message where the button is in
   * one.
   */
  open(view: ModalView): Promise<void>;
  /** The modal the button was pressed in. */
  update(view: ModalView): Promise<void>;
  /** The same, unless the modal was redrawn since `hash`. */
  updateUnlessChanged(view: ModalView, hash: string): Promise<UpdateResult>;
  publishHome(view: HomeView): Promise<void>;
}

/** `overtaken`: redrawn or closed since. `busy`: Slack takes no more of these calls before `againInMs` have passed. */
export type UpdateResult =
  | { readonly kind: 'drawn'; readonly hash: string }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'busy'; readonly againInMs: number };

/** The answer to a submitted modal: errors at fields (by block id), another view, or the end of it. */
export type SubmitAnswer =
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'show'; readonly view: ModalView }
  | { readonly kind: 'close' };

/** Work that may take longer than Slack waits for an answer. */
export interface SlowAnswer {
  /** Shown while the work runs. */
  readonly loading: ModalView;
  /** Shown before the work begins, which must wait until Slack was answered. Default: only when the work takes longer than a second. */
  readonly loadsFirst?: boolean;
  /** Returns the view that is shown in the end. */
  work(): Promise<ModalView>;
  /** What is shown when the work fails, without fields to show it at; `text` says what happened. Default: the text alone. */
  ifItFails?(text: string): ModalView;
}

export interface SubmitRequest extends OpenModal {
  readonly person: Person;
  /** The one acknowledgement. */
  answer(answer: SubmitAnswer): Promise<void>;
  /** The one acknowledgement with the result of the work, or with the loading view, which the result replaces. */
  answerOrLoad(slow: SlowAnswer): Promise<void>;
}

export interface CloseRequest extends OpenModal {
  readonly person: Person;
}

export interface SuggestRequest {
  readonly person: Person;
  /** What was typed into the select. */
  readonly query: string;
  readonly metadata: string;
  /** The values of the other fields of the modal. */
  readonly typed: TypedByBlock;
}

export interface Suggestion {
  readonly text: string;
  readonly value: string;
  readonly description?: string;
}

export interface SuggestionGroup {
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
}

/** A message on which a shortcut was run. */
export interface ShortcutMessage {
  readonly channelId: string;
  /** The thread in which it stands, or which it began; null without a thread. */
  readonly threadTs: string | null;
  /** What it says, in each form in which Slack sends it. */
  readonly texts: readonly string[];
}

export interface ShortcutRequest {
  readonly person: Person;
  /** Null for a shortcut that was run from anywhere. */
  readonly message: ShortcutMessage | null;
  /** To this person only, in the thread of the message where there is one. */
  reply(message: MessageView): Promise<void>;
  /** Once, within 3 s. */
  open(view: ModalView): Promise<void>;
}

export interface HomeRequest {
  readonly person: Person;
  publishHome(view: HomeView): Promise<void>;
}

/** Greenroom was added to a channel. */
export interface ChannelJoined {
  readonly workspaceId: string;
  readonly channelId: string;
  /** Slack user id; null where Slack does not say. */
  readonly invitedBy: string | null;
}

/** A channel was archived or deleted, or Greenroom was removed from it. */
export interface ChannelClosed {
  readonly workspaceId: string;
  readonly channelId: string;
  /** The error code with which Slack refuses a message there from now on. */
  readonly why: 'is_archived' | 'channel_not_found' | 'not_in_channel';
}

/** Reports how a request ended, by its body. */
export type NoteRequest = (body: object) => void;
