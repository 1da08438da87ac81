import type { Message } from './message.ts';

/** What a message is about, and how many waiting ones about it are enough in a conversation: older ones are superseded. */
export interface CollapseKey {
  readonly key: string;
  readonly keep: number;
}

/** A channel that is closed for weeks gets the newest of what went back and forth, not all of it. */
const fewAtMost = 20;

/** Null: what a person did is told each time. */
export function topicOf(message: Message): CollapseKey | null {
  switch (message.kind) {
    case 'ask_again':
    case 'stopped_asking':
      return { key: reminderTopic(message.about.environmentId), keep: 1 };
    case 'regressed':
    case 'recovered':
    case 'check_failed':
    case 'check_repaired':
      return { key: `${message.kind}:${message.about.environmentId}:${message.check}`, keep: fewAtMost };
    case 'stage_changed':
    case 'account_linked':
      return { key: `${message.kind}:${message.about.environmentId}`, keep: fewAtMost };
    case 'stackone_trouble':
    case 'stackone_back':
      return { key: message.kind, keep: fewAtMost };
    case 'catalogue_changed':
      return { key: `catalogue_changed:${message.appId}`, keep: 1 };
    case 'cannot_post':
      return { key: closedChannelTopic(message.channelId), keep: 1 };
    case 'message_dropped':
      return { key: `message_dropped:${message.channelId}`, keep: 1 };
    default:
      return null;
  }
}

export const reminderTopic = (environmentId: string): string => `reminder:${environmentId}`;
export const closedChannelTopic = (channelId: string): string => `cannot_post:${channelId}`;
