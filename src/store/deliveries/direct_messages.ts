import type { Message } from '../../core/deliveries/message.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** The newest delivery with a collapse key in a channel. */
export interface LastMessage {
  readonly id: string;
  readonly state: 'queued' | 'sending' | 'sent';
  readonly message: Message;
  readonly at: Date;
  /** When the message in Slack was queued first, however often it was edited since. */
  readonly postedAt: Date;
  /** The delivery whose message in Slack it edits; null: it is a message of its own. */
  readonly edits: string | null;
}

/** Null when there was none in the last weeks. Its row is locked, so that two callers who add to it do so one after the other. */
export async function readLastMessage(
  db: Queryable,
  at: { readonly workspaceId: string; readonly channelId: string },
  topic: string,
): Promise<LastMessage | null> {
  const [row] = await db.query<LastMessage>(
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

/** The channels that got, or will get, something with this collapse key; at most `most`. */
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

/** When Slack first showed a message with this collapse key, anywhere; null: not yet. */
export async function firstShownAt(db: Queryable, workspaceId: string, topic: string): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>(
    `select min(sent_at) as at from delivery where workspace_id = $1 and topic = $2 and state = 'sent'`,
    [workspaceId, topic],
  );
  return row?.at ?? null;
}

/** Replaces the text of a message that is still queued. */
export async function rewriteWaiting(
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

/** What is queued with this collapse key is no longer needed, in any channel but these. */
export async function supersedeWaiting(
  db: Queryable,
  workspaceId: string,
  topic: string,
  { except }: { readonly except: readonly string[] },
): Promise<void> {
  await db.query(
    `update delivery set state = 'dropped', trouble = 'superseded'
     where workspace_id = $1 and topic = $2 and channel_id <> all($3::text[]) and state = 'queued'`,
    [workspaceId, topic, except],
  );
}

/** Of these collapse keys those with which something waits or is being sent, in any channel. */
export async function waitingKeys(
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

/** Gives up direct messages that have waited since before this moment: the oldest, at most `most`. Returns how many. */
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
