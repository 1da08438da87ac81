import type { Who } from '../delivery/payloads.ts';
import { objectAt } from '../json.ts';
import { channelOf, dmBetween, dmOf, seesChannel } from '../state/conversations.ts';
import type { Channel } from '../state/workspace_state.ts';
import { CannotDo } from './refusal.ts';

/** `#channel`, `@bot` (the app's DM), `@zoe` (a DM with somebody), or an id. Throws when this person cannot see it. */
export function placeNamed({ slackState, team, user }: Who, where: string): Channel {
  if (where === '@bot') return dmOf(slackState, team, user.id);
  const other = team.users.find((one) => `@${one.name}` === where);
  if (other !== undefined) return dmBetween(slackState, team, user.id, other.id);
  const channel = channelOf(team, where);
  const isShown = channel !== null && seesChannel(channel, user);
  if (!isShown) throw new CannotDo(`${user.realName} sees no channel ${where} in ${team.name}`);
  return channel;
}

/** The channel, if this person can write there. */
export function canType({ slackState, user }: Who, channel: Channel, where: string): Channel {
  if (channel.archived) throw new CannotDo(`${where} is archived: nobody can type there`);
  if (!channel.members.has(user.id)) throw new CannotDo(`${user.realName} has not joined ${where}`);
  const tabs = objectAt(slackState.manifest, 'features', 'app_home');
  const closed = tabs.messages_tab_enabled === false || tabs.messages_tab_read_only_enabled === true;
  if (channel.kind === 'im' && channel.hasBot && closed)
    throw new CannotDo("The app's Messages tab takes no messages (manifest: app_home)");
  return channel;
}
