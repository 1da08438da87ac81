import { isDirectMessage } from '../slack_ids.ts';
import type { WatchLevel } from './watch_level.ts';

/** Most watches of one app, most of every app, and most that somebody has set in one channel or for one person. */
export const mostWatches = { ofApp: 200, ofEveryApp: 100, ofChannel: 500 } as const;

/** Names one watch. `appId` null: of every app. */
export interface WatchKey {
  /** A Slack channel, or the id of a person for direct messages. */
  readonly channelId: string;
  readonly appId: string | null;
}

/** A watch that somebody has set. */
export interface SetWatch extends WatchKey {
  /** Null: of every app. */
  readonly appName: string | null;
  /** Where the app's card stands in its own channel; null or absent without one. */
  readonly cardUrl?: string | null;
  readonly level: WatchLevel;
  /** A Slack user id, or what is left of it when the person was forgotten. */
  readonly setBy: string;
  readonly setAt: Date;
  readonly paused: { readonly reason: string; readonly at: Date } | null;
}

/** Who wants to change a watch. `here`: the channel in which they do it, and so are in; null: nowhere. */
export interface WatchActor {
  readonly userId: string;
  readonly here: string | null;
  readonly isAdmin: boolean;
  /** Apps that they may act as an owner of. */
  readonly owned: ReadonlySet<string>;
}

/**
 * A watch of a channel may be changed by who set it, by everybody in the channel, by the owners of the app, and by admins; one by
 * direct messages only by the person who gets them.
 */
export function mayChangeWatch(
  actor: WatchActor,
  { channelId, appId, setBy }: Pick<SetWatch, 'channelId' | 'appId' | 'setBy'>,
): boolean {
  if (isDirectMessage(channelId)) return channelId === actor.userId;
  return (
    setBy === actor.userId ||
    channelId === actor.here ||
    actor.isAdmin ||
    (appId !== null && actor.owned.has(appId))
  );
}
