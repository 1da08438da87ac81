import type { ChannelMessage } from './messages/channel_message.ts';
import type { PersonalMessage } from './messages/personal_message.ts';
import type { RegressionMessage } from './messages/regression_message.ts';
import type { ThreadEntry } from './messages/thread_entry.ts';
import type { TurnMessage } from './messages/turn_message.ts';

/**
 * Everything Greenroom says of its own accord. Stored before it is sent, drawn when it is sent (slack/messages),
 * so it carries facts, not words, and never a secret.
 */
export type Message =
  | ChannelMessage
  | ThreadEntry
  | PersonalMessage
  | RegressionMessage
  | TurnMessage
  /** To one person: Slack refuses a message itself, so that it was left out. */
  | {
      readonly kind: 'message_dropped';
      readonly channelId: string;
      /** Slack's error code. */
      readonly why: string;
      /** Null: the status card, or a question about a profile. */
      readonly said: Message | null;
      readonly appId: string | null;
      readonly appName: string | null;
      /** How many others were left out in the channel shortly before. */
      readonly others: number;
    };
