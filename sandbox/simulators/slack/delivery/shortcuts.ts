import { nextTs } from '../state/clock.ts';
import { giveResponseUrl } from '../state/triggers.ts';
import { channelName, messageOnWire } from '../state/wire/to_wire.ts';
import type { Channel, Message } from '../state/workspace_state.ts';
import type { Envelope } from './envelope.ts';
import { common, interactive, trigger, type Who } from './payloads.ts';

/** The payloads of shortcuts. Fields: recorded ones (java-slack-sdk, bolt-python); neither names the app. */

function shared(who: Who, callbackId: string, channel: string | null) {
  const { api_app_id: _app, ...rest } = common(who);
  return {
    ...rest,
    action_ts: nextTs(who.slackState),
    callback_id: callbackId,
    trigger_id: trigger(who, channel),
  };
}

/** From the search bar or the composer: it knows of no channel, and its person has no `name`. */
export function globalShortcut(who: Who, callbackId: string): Envelope {
  const { user, ...rest } = shared(who, callbackId, null);
  const { name: _name, ...person } = user;
  return interactive(who, 'shortcut', { type: 'shortcut', ...rest, user: person });
}

/** From the menu of a message. */
export function messageShortcut(who: Who, channel: Channel, message: Message, callbackId: string): Envelope {
  const { slackState, team, user } = who;
  const pass = { userId: user.id, channel: channel.id, threadTs: message.threadTs, origin: null };
  return interactive(who, 'message_action', {
    type: 'message_action',
    ...shared(who, callbackId, channel.id),
    channel: { id: channel.id, name: channelName(channel, user) },
    message_ts: message.ts,
    message: messageOnWire(slackState, team, message),
    response_url: giveResponseUrl(slackState, team, pass),
  });
}
