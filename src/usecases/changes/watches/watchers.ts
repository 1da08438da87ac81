import { groupBy } from '../../../core/group_by.ts';
import { isDirectMessage } from '../../../core/slack_ids.ts';
import { mostWatches } from '../../../core/watches/watch.ts';
import type { WatchLevel } from '../../../core/watches/watch_level.ts';
import { readCardsIn } from '../../../store/apps/cards.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import { readWatches, type Watch } from '../../../store/watches/watches.ts';
import { readWorkspaceWatches, type WorkspaceWatch } from '../../../store/watches/workspace_watches.ts';

/** A channel or person that is notified about an app. */
export interface Watcher {
  readonly channelId: string;
  readonly level: WatchLevel;
  /** It is the app's own channel. */
  readonly isOwn: boolean;
  /** `with_messages`: a channel that watches every app gets the card of one only once there is something to say. */
  readonly card: 'always' | 'with_messages' | 'never';
}

/** Who watches each of these apps. The watch of one app goes before that of every app. */
export async function readWatchers(
  tx: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<(appId: string) => Watcher[]> {
  const ofApps = groupBy(await readWatches(tx, workspaceId, appIds), ({ appId }) => appId);
  const ofAll = await readWorkspaceWatches(tx, workspaceId, mostWatches.ofEveryApp);
  const channels = ofAll.map(({ channelId }) => channelId);
  const cards = channels.length === 0 ? [] : await readCardsIn(tx, workspaceId, appIds, channels);
  const withCard = new Set(cards.map(({ channelId, appId }) => `${channelId} ${appId}`));
  return (appId) => {
    const own = ofApps.get(appId) ?? [];
    const others = ofAll.filter(({ channelId }) => !own.some((watch) => watch.channelId === channelId));
    return [
      ...own.map(ofApp),
      ...others.map((watch) => ofEveryApp(watch, withCard.has(`${watch.channelId} ${appId}`))),
    ];
  };
}

function ofApp({ channelId, level, isOwn }: Watch): Watcher {
  return { channelId, level, isOwn, card: isOwn || !isDirectMessage(channelId) ? 'always' : 'never' };
}

function ofEveryApp({ channelId, level }: WorkspaceWatch, hasCard: boolean): Watcher {
  const card = isDirectMessage(channelId) ? 'never' : hasCard ? 'always' : 'with_messages';
  return { channelId, level, isOwn: false, card };
}
