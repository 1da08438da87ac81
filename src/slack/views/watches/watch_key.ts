import { isUuid } from '../../../core/id.ts';
import { isChannelId, isUserId } from '../../../core/slack_ids.ts';
import type { WatchKey } from '../../../core/watches/watch.ts';
import { Gone } from '../../stale_input.ts';

/** `channel app`, where the channel may be a person, and the app `all`. */
export function watchKeyIn(value: string): WatchKey {
  const [channelId = '', app = ''] = value.split(' ');
  const isWatched = app === 'all' || isUuid(app);
  if (!isWatched || !(isChannelId(channelId) || isUserId(channelId)))
    throw new Gone('a menu without its watch');
  return { channelId, appId: app === 'all' ? null : app };
}
