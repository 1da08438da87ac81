import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { changed } from './changes.ts';
import { nextTs } from './clock.ts';
import { canSee } from './conversations.ts';
import { freshFields, withIds } from './wire/fields.ts';
import type { Channel, Message, SlackState, StoredFile, Team, User } from './workspace_state.ts';

export interface NewMessage {
  readonly author: Message['author'];
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly threadTs?: string | null;
  readonly onlyFor?: string | null;
  readonly metadata?: JsonObject | null;
  readonly files?: readonly StoredFile[];
}

export const byBot = (team: Team): Message['author'] => ({ kind: 'bot', id: team.botUserId });
export const bySlack: Message['author'] = { kind: 'slack', id: 'USLACKBOT' };

export function post(slackState: SlackState, team: Team, channel: Channel, wanted: NewMessage): Message {
  const blocks = withIds(slackState, wanted.blocks ?? []);
  const message: Message = {
    channel: channel.id,
    ts: nextTs(slackState),
    threadTs: wanted.threadTs ?? null,
    author: wanted.author,
    clientMsgId: wanted.author.kind === 'user' ? randomUUID() : null,
    onlyFor: wanted.onlyFor ?? null,
    text: wanted.text,
    blocks,
    attachments: wanted.attachments ?? [],
    metadata: wanted.metadata ?? null,
    files: wanted.files ?? [],
    fields: freshFields(blocks, {}),
    edits: 0,
    deleted: false,
  };
  team.messages.push(message);
  changed(slackState);
  slackState.announce(message, null);
  return message;
}

interface Edited {
  readonly text?: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly metadata?: JsonObject;
}

/** Blocks and attachments left out stay as they are; an empty array removes them (Slack's own rule for chat.update). */
export function edit(slackState: SlackState, message: Message, content: Edited): void {
  const before = { ...message };
  if (content.text !== undefined) message.text = content.text;
  if (content.attachments !== undefined) message.attachments = content.attachments;
  if (content.metadata !== undefined) message.metadata = content.metadata;
  if (content.blocks !== undefined) {
    message.blocks = withIds(slackState, content.blocks);
    message.fields = freshFields(message.blocks, message.fields);
  }
  message.edits += 1;
  changed(slackState);
  slackState.announce(message, before);
}

export function remove(slackState: SlackState, message: Message): void {
  const before = { ...message };
  message.deleted = true;
  changed(slackState);
  slackState.announce(message, before);
}

export const messageAt = (team: Team, channel: string, ts: string): Message | null =>
  team.messages.find((m) => m.channel === channel && m.ts === ts && !m.deleted) ?? null;

/** What one person can see in a channel, oldest first, replies under their parent. */
export function visibleTo(team: Team, channel: Channel, user: User): Message[] {
  if (!canSee(channel, user.id)) return [];
  const seen = team.messages.filter(
    (m) => m.channel === channel.id && !m.deleted && (m.onlyFor === null || m.onlyFor === user.id),
  );
  const roots = seen.filter((m) => m.threadTs === null || m.threadTs === m.ts);
  const replies = (root: Message) => seen.filter((m) => m.threadTs === root.ts && m !== root);
  const orphans = seen.filter((m) => !roots.includes(m) && !roots.some((r) => r.ts === m.threadTs));
  return [...roots.flatMap((root) => [root, ...replies(root)]), ...orphans];
}
