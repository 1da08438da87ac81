import type { Message } from './message.ts';

/** What a card is about. */
export type Subject = 'zoom_app' | 'profile_question';

/** The one message per channel and subject that is edited in place. */
export interface Card {
  readonly subject: Subject;
  readonly subjectId: string;
}

/** Where messages go, in their order. `channelId`: a Slack channel, or the id of a person for direct messages of the app. */
export interface Channel {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** One message that Slack must show, as it is claimed for an attempt to send it. */
export interface Delivery extends Channel {
  /** A uuid; Slack's message carries it as delivery metadata. */
  readonly id: string;
  /** How often it was claimed, this time included: a write that names an earlier attempt changes nothing. */
  readonly attempt: number;
  readonly subject: Subject | null;
  readonly subjectId: string | null;
  /** Null: a card, drawn from what is true when it is sent. */
  readonly message: Message | null;
  /** The card's message in Slack: the one to edit, or the thread of the message. Null: Slack does not show the card yet. */
  readonly cardTs: string | null;
  /** The message in Slack that it edits. `repeated`: that one was resent blindly, so that another may stand beside it. */
  readonly edits: { readonly channelId: string; readonly ts: string; readonly repeated: boolean } | null;
  /** The watches of the channel are paused, because Slack took no message there. */
  readonly channelPaused: boolean;
  /** How often Slack has refused it. */
  readonly refusals: number;
  readonly queuedAt: Date;
  /** When the first attempt began that may have reached Slack. */
  readonly triedAt: Date;
  /**
   * Set when the last attempt has an unclear end, so that Slack may show the message already: since when. After a crash it is the
   * beginning of the attempt. A requeued message that was resent blindly before has not been found yet either. Null: Slack does
   * not show it.
   */
  readonly unclearSince: Date | null;
  /** Was resent blindly: Slack may show it twice. */
  readonly repeated: boolean;
  /** Of what caused it, when that was traced. */
  readonly traceparent: string | null;
}

/** Names one attempt at one delivery: what every write of a sender names. */
export type Attempt = Pick<Delivery, 'workspaceId' | 'id' | 'attempt'>;

/** Where Slack shows a delivery. `postedIn`: the conversation, where Slack said so. */
export interface SentMessage {
  readonly ts: string;
  readonly postedIn: string | null;
}

/** The message in Slack that this delivery edits; null: it becomes a new message. */
export function messageToEdit({ message, channelId, cardTs, edits }: Delivery): Delivery['edits'] {
  return message === null && cardTs !== null ? { channelId, ts: cardTs, repeated: false } : edits;
}

/** The thread that a new message goes to; null: the channel itself. */
export function threadOf({ message, cardTs }: Delivery): string | null {
  return message === null ? null : cardTs;
}
