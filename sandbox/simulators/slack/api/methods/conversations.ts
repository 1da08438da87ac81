import { type JsonObject, textAt } from '../../json.ts';
import { channelOf, dmOf, userOf } from '../../state/conversations.ts';
import { channelOnWire } from '../../state/wire/to_wire.ts';
import type { Channel } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, lacksScope, type Method, missing, no } from '../call.ts';

/** conversations.*: reading channels. Each kind of channel needs its own scope. */

const FAMILY = { public: 'channels', private: 'groups', im: 'im' } as const;

/** A channel the bot may know of, and the answer otherwise. */
export function known(call: Call, verb: 'read' | 'history'): { channel: Channel } | Answer {
  const id = textAt(call.args, 'channel');
  if (id === '') return missing(call, 'channel');
  const channel = channelOf(call.team, id);
  if (channel === null) return no('channel_not_found');
  const lacking = lacksScope(call, `${FAMILY[channel.kind]}:${verb}`);
  if (lacking !== null) return lacking;
  return channel.kind === 'private' && !channel.hasBot ? no('channel_not_found') : { channel };
}

export const isAnswer = (found: { channel: Channel } | Answer): found is Answer => 'ok' in found;

function info(call: Call): Answer {
  const found = known(call, 'read');
  return isAnswer(found) ? found : fine({ channel: channelOnWire(call.team, found.channel) });
}

function open(call: Call): Answer {
  const users = textAt(call.args, 'users').split(',');
  const user = userOf(call.team, users[0] ?? '');
  if (textAt(call.args, 'users') === '') return missing(call, 'users');
  if (users.length > 1) return lacksScope(call, 'mpim:write') ?? no('method_not_supported_for_channel_type');
  if (user === null) return no('user_not_found');
  const dm = dmOf(call.slackState, call.team, user.id);
  const isWhole = call.args.return_im === true || textAt(call.args, 'return_im') === 'true';
  return fine({ channel: isWhole ? channelOnWire(call.team, dm) : { id: dm.id } });
}

/** A page of items; the cursor is the offset, as opaque as Slack's. */
export function page<T>(
  call: Call,
  items: readonly T[],
  usual: number,
): { items: readonly T[]; next: string } {
  const from = Number(Buffer.from(textAt(call.args, 'cursor'), 'base64').toString() || '0');
  const limit = Number(textAt(call.args, 'limit') || usual);
  const next = from + limit < items.length ? Buffer.from(String(from + limit)).toString('base64') : '';
  return { items: items.slice(from, from + limit), next };
}

export const cursor = (next: string): JsonObject => ({ response_metadata: { next_cursor: next } });

/** `onlyOwn`: the channels the app is in. */
function listed(call: Call, onlyOwn: boolean): Answer {
  const types = (textAt(call.args, 'types') || 'public_channel').split(',');
  const wanted: Channel['kind'][] = [];
  if (types.includes('public_channel')) wanted.push('public');
  if (types.includes('private_channel')) wanted.push('private');
  if (types.includes('im')) wanted.push('im');
  for (const kind of wanted) {
    const lacking = lacksScope(call, `${FAMILY[kind]}:read`);
    if (lacking !== null) return lacking;
  }
  const hideArchived =
    textAt(call.args, 'exclude_archived') === 'true' || call.args.exclude_archived === true;
  const channels = call.team.channels.filter(
    (c) =>
      wanted.includes(c.kind) &&
      (c.hasBot || !(onlyOwn || c.kind === 'private')) &&
      !(hideArchived && c.archived),
  );
  const { items, next } = page(call, channels, 100);
  return fine({ channels: items.map((one) => channelOnWire(call.team, one)), ...cursor(next) });
}

/** A bot may enter public channels by itself. */
function join(call: Call): Answer {
  const { team, slackState } = call;
  const channel = channelOf(team, textAt(call.args, 'channel'));
  if (textAt(call.args, 'channel') === '') return missing(call, 'channel');
  if (channel === null || (channel.kind === 'private' && !channel.hasBot)) return no('channel_not_found');
  if (channel.kind !== 'public') return no('method_not_supported_for_channel_type');
  if (channel.archived) return no('is_archived');
  const warning = channel.hasBot ? { warning: 'already_in_channel' } : {};
  if (!channel.hasBot) slackState.joins(team, channel);
  return fine({ channel: channelOnWire(team, channel), ...warning });
}

function members(call: Call): Answer {
  const found = known(call, 'read');
  if (isAnswer(found)) return found;
  const all = [...found.channel.members, ...(found.channel.hasBot ? [call.team.botUserId] : [])];
  const { items, next } = page(call, all, 100);
  return fine({ members: items, ...cursor(next) });
}

export const conversationMethods: Record<string, Method> = {
  'users.conversations': { perWorkspace: true, scope: null, token: 'bot', run: (call) => listed(call, true) },
  'conversations.open': { scope: 'im:write', token: 'bot', run: open },
  'conversations.info': { scope: null, token: 'bot', run: info },
  'conversations.join': { scope: 'channels:join', token: 'bot', run: join },
  'conversations.list': { perWorkspace: true, scope: null, token: 'bot', run: (call) => listed(call, false) },
  'conversations.members': { scope: null, token: 'bot', run: members },
};
