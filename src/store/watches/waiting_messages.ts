import type { WatchKey } from '../../core/watches/watch.ts';
import type { Queryable } from '../postgres/client/database.ts';

/**
 * What waits to be said for watches that were ended is not said any more; what is said of the channel itself stays, and in a channel
 * that watches nothing any more everything else goes too. Cost: what waits in these channels.
 */
export async function dropWaitingOfEnded(
  db: Queryable,
  workspaceId: string,
  ended: readonly WatchKey[],
): Promise<void> {
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     from unnest($2::text[], $3::text[]) as ended (channel_id, app_id)
     where delivery.workspace_id = $1 and delivery.channel_id = ended.channel_id
       and state in ('queued', 'sending') and state = 'queued' and kind = 'message'
       and message ->> 'kind' not in ('cannot_post', 'message_dropped')
       and not exists (select from workspace_watch watch
         where watch.workspace_id = $1 and watch.channel_id = ended.channel_id)
       and (ended.app_id in (subject_id::text, message ->> 'appId', message -> 'about' ->> 'appId')
         or ended.channel_id !~ '^[UWD]'
           and not exists (select from watch where watch.workspace_id = $1 and watch.channel_id = ended.channel_id))`,
    [workspaceId, ended.map(({ channelId }) => channelId), ended.map(({ appId }) => appId)],
  );
}
