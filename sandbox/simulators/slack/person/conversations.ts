import type { Who } from '../delivery/payloads.ts';
import { type JsonObject, objectAt, textAt, textsAt } from '../json.ts';
import { channelOf, dmBetween, dmOf, isShared, seesChannel } from '../state/conversations.ts';
import type { Channel } from '../state/workspace_state.ts';

/** What a channels_select or conversations_select offers. Field `filter`: docs, conversation filter object. */

/** `@bot` and `@zoe` are direct conversations, which Slack opens when one is picked (likely: it may hand out a person's id until then). */
function directly({ slackState, team, user }: Who, name: string, noBots: boolean): Channel | null {
  if (name === '@bot') return noBots || !team.installed ? null : dmOf(slackState, team, user.id);
  const other = team.users.find((one) => `@${one.name}` === name && !one.isDeactivated);
  return other === undefined || (noBots && other.isBot)
    ? null
    : dmBetween(slackState, team, user.id, other.id);
}

/** The conversation of this name, when the element offers it to this person: open, visible and of a kind that the filter lets through. */
export function offeredConversation(who: Who, element: JsonObject, name: string): Channel | null {
  const onlyChannels = textAt(element, 'type').includes('channels_select');
  const filter = objectAt(element, 'filter');
  const kinds = onlyChannels ? ['public'] : textsAt(filter, 'include');
  const takesDirect = kinds.length === 0 || kinds.includes('im');
  if (name.startsWith('@'))
    return takesDirect ? directly(who, name, filter.exclude_bot_users === true) : null;
  const channel = channelOf(who.team, name);
  if (channel === null || channel.archived || !seesChannel(channel, who.user)) return null;
  if (filter.exclude_external_shared_channels === true && isShared(who.team, channel)) return null;
  return kinds.length === 0 || kinds.includes(channel.kind) ? channel : null;
}
