import { type JsonObject, textAt } from '../../json.ts';
import { canSee, homeIdOf, isShared, userOf } from '../conversations.ts';
import { fileOnWire } from '../files.ts';
import { messageAt } from '../messages.ts';
import type { Channel, Message, SlackState, Team, User, View } from '../workspace_state.ts';
import { blocksOfText } from './blocks_of_text.ts';
import { botProfile } from './people_on_wire.ts';
import { withTextDefaults } from './text_defaults.ts';

/** How Slack shows its things to an app. Shapes: Bolt's types and Slack's own samples. */

export function viewOnWire(slackState: SlackState, team: Team, view: View, fields = view.fields): JsonObject {
  const { content } = view;
  const common = {
    id: view.id,
    team_id: openedIn(slackState, team, view),
    type: view.type,
    callback_id: textAt(content, 'callback_id'),
    private_metadata: textAt(content, 'private_metadata'),
    external_id: textAt(content, 'external_id'),
    blocks: withTextDefaults(content.blocks),
    hash: view.hash,
    state: { values: fields },
    clear_on_close: content.clear_on_close === true,
    notify_on_close: content.notify_on_close === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: slackState.appId,
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
  const plain = (key: string) => (content[key] === undefined ? null : withTextDefaults(content[key]));
  return {
    ...common,
    title: plain('title') ?? { type: 'plain_text', text: 'View Title', emoji: true },
    submit: plain('submit'),
    close: plain('close'),
  };
}

/** Where its person is; `app_installed_team_id` says where the app is. */
function openedIn(slackState: SlackState, team: Team, { userId }: View): string {
  const user = userOf(team, userId);
  return user === null ? team.id : homeIdOf(slackState, team, user);
}

/** Fields: recorded messages (java-slack-sdk json-logs; bolt-python's tests). What Slack itself says names neither. */
function authorOnWire(slackState: SlackState, team: Team, { author, clientMsgId }: Message): JsonObject {
  if (author.kind === 'bot')
    return {
      user: author.id,
      bot_id: team.botId,
      app_id: slackState.appId,
      bot_profile: botProfile(slackState, team),
    };
  return clientMsgId === null ? { user: author.id } : { user: author.id, client_msg_id: clientMsgId };
}

function threadOnWire(team: Team, message: Message): JsonObject {
  const { threadTs, channel, ts } = message;
  if (threadTs === null) return {};
  const root = threadTs === ts ? null : messageAt(team, channel, threadTs);
  return { thread_ts: threadTs, ...(root === null ? {} : { parent_user_id: root.author.id }) };
}

export function messageOnWire(slackState: SlackState, team: Team, message: Message): JsonObject {
  const { author, text, blocks, attachments, ts } = message;
  const user = userOf(team, author.id);
  return {
    type: 'message',
    ...authorOnWire(slackState, team, message),
    team: user === null ? team.id : homeIdOf(slackState, team, user),
    ts,
    text,
    blocks: blocks.length > 0 ? withTextDefaults(blocks) : blocksOfText(text, ts),
    ...(attachments.length === 0 ? {} : { attachments: attachments.map(attachmentOnWire) }),
    ...threadOnWire(team, message),
    ...filesOnWire(slackState, message),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
    ...(message.edits === 0 ? {} : { edited: { user: team.botId, ts } }),
  };
}

function filesOnWire(slackState: SlackState, { files }: Message): JsonObject {
  return files.length === 0
    ? {}
    : { files: files.map((file) => fileOnWire(slackState, file)), upload: false };
}

/** Slack numbers attachments, and gives a fallback to those that come without. */
const attachmentOnWire = (attachment: JsonObject, index: number): JsonObject => ({
  fallback: textAt(attachment, 'text') || '[no preview available]',
  ...attachment,
  id: index + 1,
});

const neverSet = { value: '', creator: '', last_set: 0 };

/** Fields: recorded answers of conversations.info and .list. */
export function channelOnWire(team: Team, channel: Channel): JsonObject {
  const im = channel.kind === 'im';
  const shared = isShared(team, channel);
  const common = {
    id: channel.id,
    created: channel.created,
    updated: channel.created * 1000,
    context_team_id: team.id,
    is_archived: channel.archived,
    is_im: im,
    is_org_shared: false,
  };
  if (im) return { ...common, user: [...channel.members][0] ?? '', is_user_deleted: false };
  return {
    ...common,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    shared_team_ids: [team.id],
    pending_shared: [],
    pending_connected_team_ids: [],
    unlinked: 0,
    creator: [...channel.members][0] ?? '',
    name: channel.name,
    name_normalized: channel.name,
    previous_names: [],
    topic: neverSet,
    purpose: neverSet,
    is_member: channel.hasBot,
    is_general: channel.name === 'general',
    num_members: channel.members.size + (channel.hasBot ? 1 : 0),
  };
}

export const teamOnWire = (team: Team): JsonObject => ({ id: team.id, name: team.name, domain: team.domain });

/** The name of a channel in a payload; not that of a private one the app is not in. */
export function channelName(channel: Channel, user: User): string {
  if (channel.kind === 'im') return 'directmessage';
  if (channel.kind === 'private' && !canSee(channel, user.id)) return 'privategroup';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
