import type { WatchKey } from '../../core/watches/watch.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** What waits to be said and is of no use without a watch: not redraws of cards, and not what is said of a channel and several apps. */
const ofWatches = `
  state in ('queued', 'sending') and state = 'queued' and kind = 'message'
  and message ->> 'kind' not in ('cannot_post', 'message_dropped')`;

/** It is about this app; `appId`: an expression that is text. */
const isAbout = (appId: string): string =>
  `${appId} in (subject_id::text, message ->> 'appId', message -> 'about' ->> 'appId')`;

/**
 * What waits to be said about an app in these channels (or to these persons) is not said any more. `edits`: nor is a message that stands
 * there edited; without it such a message gets what waits for it, so that it asks nobody about what is over. Cost: what waits there.
 */
export async function dropWaitingAbout(
  db: Queryable,
  workspaceId: string,
  appId: string,
  channelIds: readonly string[],
  { edits }: { readonly edits: boolean },
): Promise<void> {
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     where workspace_id = $1 and channel_id = any($2::text[]) and ${ofWatches} and ${isAbout('$3')}
       and ($4::boolean or edits is null)`,
    [workspaceId, channelIds, appId, edits],
  );
}

/**
 * What waits to be said for watches that were ended is not said any more; in a channel that watches nothing any more everything else
 * goes too. Cost: what waits in these channels.
 */
export async function dropWaitingOfEnded(
  db: Queryable,
  workspaceId: string,
  ended: readonly WatchKey[],
): Promise<void> {
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     from unnest($2::text[], $3::text[]) as ended (channel_id, app_id)
     where delivery.workspace_id = $1 and delivery.channel_id = ended.channel_id and ${ofWatches}
       and not exists (select from workspace_watch watch
         where watch.workspace_id = $1 and watch.channel_id = ended.channel_id)
       and (${isAbout('ended.app_id')}
         or ended.channel_id !~ '^[UWD]'
           and not exists (select from watch where watch.workspace_id = $1 and watch.channel_id = ended.channel_id))`,
    [workspaceId, ended.map(({ channelId }) => channelId), ended.map(({ appId }) => appId)],
  );
}
