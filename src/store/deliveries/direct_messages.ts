import type { Message } from '../../core/deliveries/message.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** What was said last about a topic in a conversation. */
export interface LastSaid {
  readonly id: string;
  readonly state: 'queued' | 'sending' | 'sent';
  readonly message: Message;
  readonly at: Date;
  /** When the message that stands in Slack was queued, whatever it was edited to say since. */
  readonly postedAt: Date;
  /** The delivery whose message in Slack it edits; null: it is a message of its own. */
  readonly edits: string | null;
}

/** Null when nothing was said about it in the last weeks. Locked, so that two who add to it do so one after the other. */
export async function lastSaidAbout(
  db: Queryable,
  at: { readonly workspaceId: string; readonly channelId: string },
  topic: string,
): Promise<LastSaid | null> {
  const [row] = await db.query<LastSaid>(
    `select id, state, message, created_at as at, edits,
       coalesce((select created_at from delivery first where first.workspace_id = $1 and first.id = delivery.edits),
                created_at) as "postedAt"
     from delivery
     where workspace_id = $1 and topic = $3 and channel_id = $2 and state <> 'dropped' and message is not null
     order by seq desc limit 1 for update`,
    [at.workspaceId, at.channelId, topic],
  );
  return row ?? null;
}

/** In which conversations something about a topic was said and may stand, at most so many. */
export async function notifiedAbout(
  db: Queryable,
  workspaceId: string,
  topic: string,
  most: number,
): Promise<string[]> {
  const rows = await db.query<{ channel_id: string }>(
    `select distinct channel_id from delivery
     where workspace_id = $1 and topic = $2 and state <> 'dropped' order by channel_id limit $3`,
    [workspaceId, topic, most],
  );
  return rows.map((row) => row.channel_id);
}

/** Says something newer in the place of what still waits. */
export async function replaceWaiting(
  db: Queryable,
  workspaceId: string,
  id: string,
  message: Message,
): Promise<void> {
  await db.query(
    `update delivery set message = $3 where workspace_id = $1 and id = $2 and kind = 'message' and state = 'queued'`,
    [workspaceId, id, JSON.stringify(message)],
  );
}

/** Nothing is left to say about a topic: what waits is given up, in every conversation. */
export async function supersedeWaiting(db: Queryable, workspaceId: string, topic: string): Promise<void> {
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     where workspace_id = $1 and topic = $2 and state = 'queued'`,
    [workspaceId, topic],
  );
}

/** Of these topics those about which something waits or is under way, anywhere. */
export async function waitingTopics(
  db: Queryable,
  workspaceId: string,
  topics: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ topic: string }>(
    `select distinct topic from delivery
     where workspace_id = $1 and topic = any($2::text[]) and state in ('queued', 'sending')`,
    [workspaceId, topics],
  );
  return rows.map(({ topic }) => topic);
}

/** What was to be told to a person who could not be written to since a moment is news no more: the oldest, so many at most. */
export async function expireDirectMessages(
  db: Queryable,
  workspaceId: string,
  before: Date,
  most: number,
): Promise<number> {
  const rows = await db.query(
    `update delivery set state = 'dropped', trouble = 'outdated' where workspace_id = $1 and id = any(array(
       select id from delivery
       where workspace_id = $1 and topic is not null and state in ('queued', 'sending')
         and state = 'queued' and created_at < $2 and channel_id ~ '^[UW]'
       order by seq limit $3))
     returning 1`,
    [workspaceId, before, most],
  );
  return rows.length;
}
