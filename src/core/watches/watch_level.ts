import type { Message } from '../deliveries/message.ts';
import { isForEveryLevel, levelOf, type MessageLevel } from '../deliveries/messages/message_level.ts';

/** What a watch is notified about. `changes`: milestones too, which are the largest of them. `all`: everything. */
export const watchLevels = ['milestones', 'changes', 'failures', 'all'] as const;
export type WatchLevel = (typeof watchLevels)[number];

export function isWatchLevel(word: unknown): word is WatchLevel {
  return watchLevels.some((level) => level === word);
}

const accepted: Record<WatchLevel, readonly MessageLevel[]> = {
  milestones: ['milestones'],
  changes: ['milestones', 'changes'],
  failures: ['failures'],
  all: ['milestones', 'changes', 'failures'],
};

/** Is a watch of this level notified of a message? */
export function watchAccepts(level: WatchLevel, message: Message): boolean {
  return isForEveryLevel(message) || accepted[level].includes(levelOf(message));
}

/** The levels of watches that are notified of a message. */
export function levelsAccepting(message: Message): WatchLevel[] {
  return watchLevels.filter((level) => watchAccepts(level, message));
}
