import { type JsonObject, objectAt, textAt } from '../json.ts';
import { canSee, homeIdOf, userOf } from './places.ts';
import type { Channel, Message, Team, User, View, World } from './world.ts';

/** How Slack shows its things to an app. Shapes: Bolt's types and Slack's own samples. */

export function viewOnWire(world: World, team: Team, view: View, fields = view.fields): JsonObject {
  const { content } = view;
  const common = {
    id: view.id,
    team_id: openedIn(world, team, view),
    type: view.type,
    callback_id: textAt(content, 'callback_id'),
    private_metadata: textAt(content, 'private_metadata'),
    external_id: textAt(content, 'external_id'),
    blocks: content.blocks,
    hash: view.hash,
    state: { values: fields },
    clear_on_close: content.clear_on_close === true,
    notify_on_close: content.notify_on_close === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: world.appId,
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
  const plain = (key: string) => (content[key] === undefined ? null : emoji(objectAt(content, key)));
  return {
    ...common,
    title: plain('title') ?? emoji({ type: 'plain_text', text: 'View Title' }),
    submit: plain('submit'),
    close: plain('close'),
  };
}

/** Where its person is; `app_installed_team_id` says where the app is. */
function openedIn(world: World, team: Team, { userId }: View): string {
  const user = userOf(team, userId);
  return user === null ? team.id : homeIdOf(world, team, user);
}

const emoji = (text: JsonObject): JsonObject => ({ emoji: true, ...text });

export function messageOnWire(world: World, team: Team, message: Message): JsonObject {
  const byBot = message.author.kind === 'bot';
  return {
    type: 'message',
    user: message.author.id,
    ...(byBot ? { bot_id: team.botId, app_id: world.appId } : {}),
    team: team.id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
    ...(message.edits === 0 ? {} : { edited: { user: team.botId, ts: message.ts } }),
  };
}

export function channelOnWire(channel: Channel): JsonObject {
  const im = channel.kind === 'im';
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_im: im,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: false,
    is_private: channel.kind !== 'public',
  };
  if (im) return { ...common, user: [...channel.members][0] ?? '' };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_member: channel.hasBot,
    is_general: channel.name === 'general',
    num_members: channel.members.size + (channel.hasBot ? 1 : 0),
  };
}

export const userOnWire = (world: World, team: Team, user: User): JsonObject => ({
  id: user.id,
  team_id: homeIdOf(world, team, user),
  name: user.name,
  real_name: user.realName,
  deleted: user.isDeactivated,
  tz: user.timeZone,
  is_admin: user.isAdmin,
  is_owner: user.isOwner,
  is_primary_owner: user.isOwner,
  is_bot: user.isBot,
  is_app_user: false,
  ...(user.home === null ? {} : { is_stranger: true }),
  profile: { real_name: user.realName, display_name: user.realName, team: team.id },
});

export const teamOnWire = (team: Team): JsonObject => ({ id: team.id, name: team.name, domain: team.domain });

/** What a payload calls its channel; the app is not told the name of a private one it is not in. */
export function channelName(channel: Channel, user: User): string {
  if (channel.kind === 'im') return 'directmessage';
  if (channel.kind === 'private' && !canSee(channel, user.id)) return 'privategroup';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
