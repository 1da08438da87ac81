import type { JsonObject } from '../json.ts';
import { nextTs } from '../state/clock.ts';
import { messageOnWire } from '../state/wire/to_wire.ts';
import type { Channel, Message, SlackState, Team } from '../state/workspace_state.ts';
import type { Session } from './deliver.ts';
import { emit } from './events.ts';

/**
 * Events about the app's own messages: a bot that subscribes to messages gets those that it posts, edits and deletes too, with
 * its `bot_id` and a `subtype`. Ephemeral messages cause no events.
 */

const FAMILY = { public: 'channel', private: 'group', im: 'im' } as const;
const SUBSCRIPTION = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;

const channelOf = (team: Team | undefined, message: Message): Channel | undefined =>
  team?.channels.find(({ id, hasBot }) => id === message.channel && hasBot);

function changeOf(slackState: SlackState, team: Team, message: Message, before: Message): JsonObject {
  const ts = nextTs(slackState);
  const previous_message = messageOnWire(slackState, team, before);
  const common = { hidden: true, previous_message, ts, event_ts: ts };
  return message.deleted
    ? { subtype: 'message_deleted', deleted_ts: message.ts, ...common }
    : { subtype: 'message_changed', message: messageOnWire(slackState, team, message), ...common };
}

/** `before`: the message as it was until now; null when it is new. */
export function sendOwnMessage(session: Session, message: Message, before: Message | null): void {
  const { slackState } = session;
  if (message.author.kind !== 'bot' || message.onlyFor !== null) return;
  // The workspaces of an organisation share one bot user.
  const team = slackState.teams.find(
    (one) => one.botUserId === message.author.id && channelOf(one, message) !== undefined,
  );
  const channel = channelOf(team, message);
  if (team === undefined || channel === undefined) return;
  const shown =
    before === null
      ? { ...messageOnWire(slackState, team, message), event_ts: message.ts }
      : changeOf(slackState, team, message, before);
  const event = { type: 'message', ...shown, channel: channel.id, channel_type: FAMILY[channel.kind] };
  void emit(session, team, event, SUBSCRIPTION[channel.kind]);
}
