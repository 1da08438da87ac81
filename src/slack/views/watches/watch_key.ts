import { isUuid } from '../../../core/id.ts';
import type { WatchKey } from '../../../core/watches/watch.ts';
import { Gone } from '../../stale_input.ts';

/** `channel app`, where the app may be `all`. */
export function watchKeyIn(value: string): WatchKey {
  const [channelId = '', app = ''] = value.split(' ');
  if (!/^[CGUW][A-Z0-9]{1,30}$/.test(channelId) || !(app === 'all' || isUuid(app)))
    throw new Gone('a menu without its watch');
  return { channelId, appId: app === 'all' ? null : app };
}
