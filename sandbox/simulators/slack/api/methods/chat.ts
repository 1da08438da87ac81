import { textAt } from '../../json.ts';
import { checkMessage } from '../../rules/index.ts';
import { now } from '../../state/clock.ts';
import { canSee, channelOf, dmOf, userOf } from '../../state/conversations.ts';
import { byBot, edit, messageAt, post, remove } from '../../state/messages.ts';
import { messageOnWire } from '../../state/wire/to_wire.ts';
import type { Channel, Message } from '../../state/workspace_state.ts';
import { type Answer, type Call, fine, type Method, missing, no, refusedContent, wrong } from '../call.ts';
import { changesOf, contentOf, messagesTabIsOff } from './content.ts';

/** chat.*: posting, editing, deleting. */

/** Channel by id, `#name`, or a user id, which opens the DM with that person. */
function target(call: Call): Channel | Answer {
  const { slackState, team, args } = call;
  const wanted = textAt(args, 'channel');
  if (wanted === '') return missing(call, 'channel');
  const user = userOf(team, wanted);
  const found = user === null ? channelOf(team, wanted) : dmOf(slackState, team, user.id);
  return found ?? no('channel_not_found');
}

const isChannel = (found: Channel | Answer): found is Channel => 'kind' in found;

/** A channel the bot may write to. */
function writable(call: Call, found: Channel): Answer | null {
  if (found.kind !== 'public' && !found.hasBot) return no('channel_not_found');
  if (found.kind === 'im' && messagesTabIsOff(call)) return no('messages_tab_disabled');
  if (found.archived) return no('is_archived');
  const mayWithout = found.kind === 'public' && call.slackState.scopes.includes('chat:write.public');
  return found.hasBot || mayWithout ? null : no('not_in_channel');
}

/** Slack puts a reply to a reply into the thread of the root. */
function threadOf(call: Call, channel: Channel): string | null | Answer {
  const wanted = textAt(call.args, 'thread_ts');
  if (wanted === '') return null;
  const parent = messageAt(call.team, channel.id, wanted);
  if (parent === null || parent.onlyFor !== null) return no('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function refusedMessage(call: Call): Answer | null {
  const refusal = checkMessage(call.args);
  return refusedContent(call, { refusal, content: call.args, error: 'invalid_blocks' });
}

const shown = (call: Call, message: Message) => messageOnWire(call.slackState, call.team, message);

function postMessage(call: Call): Answer {
  const { slackState, team, args } = call;
  const channel = target(call);
  if (!isChannel(channel)) return channel;
  const refusal = refusedMessage(call);
  if (refusal !== null) return refusal;
  const closed = writable(call, channel) ?? tooFast(call, channel);
  if (closed !== null) return closed;
  const threadTs = threadOf(call, channel);
  if (threadTs !== null && typeof threadTs !== 'string') return threadTs;
  const message = post(slackState, team, channel, { author: byBot(team), threadTs, ...contentOf(args) });
  return fine({ channel: channel.id, ts: message.ts, message: shown(call, message) });
}

/** One message per second and channel (when that fault is on). */
function tooFast({ slackState, team }: Call, channel: Channel): Answer | null {
  if (!slackState.faults.oneMessagePerSecond) return null;
  const last = team.messages.findLast((m) => m.channel === channel.id && m.author.kind === 'bot');
  const old = last === undefined || now(slackState) - Number(last.ts) * 1000 >= 1000;
  return old ? null : no('ratelimited', { retry_after: 1 });
}

function postEphemeral(call: Call): Answer {
  const { slackState, team, args } = call;
  const channel = target(call);
  if (!isChannel(channel)) return channel;
  const user = userOf(team, textAt(args, 'user'));
  if (textAt(args, 'user') === '') return missing(call, 'user');
  if (user === null) return no('user_not_found');
  const refusal = refusedMessage(call);
  if (refusal !== null) return refusal;
  const closed = writable(call, channel);
  if (closed !== null) return closed;
  if (!channel.members.has(user.id) || !canSee(channel, user.id)) return no('user_not_in_channel');
  const threadTs = threadOf(call, channel);
  if (threadTs !== null && typeof threadTs !== 'string') return threadTs;
  const wanted = { author: byBot(team), onlyFor: user.id, threadTs, ...contentOf(args) };
  return fine({ message_ts: post(slackState, team, channel, wanted).ts });
}

/** A message of the bot that exists, or why it cannot be changed. */
function own(call: Call, forbidden: string): { message: Message } | Answer {
  // Editing wants the id of the direct messages themselves, not the person's.
  if (userOf(call.team, textAt(call.args, 'channel')) !== null) return no('channel_not_found');
  const channel = target(call);
  if (!isChannel(channel)) return channel;
  if (channel.kind === 'private' && !channel.hasBot) return no('channel_not_found');
  const ts = textAt(call.args, 'ts');
  if (ts === '') return missing(call, 'ts');
  const message = messageAt(call.team, channel.id, ts);
  // Ephemeral messages cannot be reached by ts; only their response_url can change them.
  if (message === null || message.onlyFor !== null) return no('message_not_found');
  if (message.author.kind !== 'bot') return wrong(call, forbidden);
  // chat.update and chat.delete call an archived channel `is_inactive`, not `is_archived`.
  return channel.archived ? no('is_inactive') : { message };
}

function update(call: Call): Answer {
  const found = own(call, 'cant_update_message');
  if (!('message' in found) || 'ok' in found) return found;
  const refusal = refusedMessage(call);
  if (refusal !== null) return refusal;
  edit(call.slackState, found.message, changesOf(call.args));
  const { channel, ts, text } = found.message;
  return fine({ channel, ts, text, message: shown(call, found.message) });
}

function remover(call: Call): Answer {
  const found = own(call, 'cant_delete_message');
  if (!('message' in found) || 'ok' in found) return found;
  remove(call.slackState, found.message);
  return fine({ channel: found.message.channel, ts: found.message.ts });
}

function getPermalink(call: Call): Answer {
  const channel = target(call);
  if (!isChannel(channel)) return channel;
  const ts = textAt(call.args, 'message_ts');
  const message = messageAt(call.team, channel.id, ts);
  if (message === null || message.onlyFor !== null) return no('message_not_found');
  const { threadTs } = message;
  const isReply = threadTs !== null && threadTs !== ts;
  const inThread = isReply ? `?thread_ts=${threadTs}&cid=${channel.id}` : '';
  const permalink = `https://${call.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${inThread}`;
  return fine({ channel: channel.id, permalink });
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { scope: 'chat:write', token: 'bot', run: postMessage },
  'chat.postEphemeral': { scope: 'chat:write', token: 'bot', run: postEphemeral },
  'chat.update': { scope: 'chat:write', token: 'bot', run: update },
  'chat.delete': { scope: 'chat:write', token: 'bot', run: remover },
  'chat.getPermalink': { scope: null, token: 'bot', run: getPermalink },
};
