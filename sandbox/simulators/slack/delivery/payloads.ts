import { type JsonObject, objectsAt, textAt } from '../json.ts';
import { nextTs } from '../state/clock.ts';
import { homeIdOf, ownOrganisation } from '../state/conversations.ts';
import { giveResponseUrl, giveTrigger } from '../state/triggers.ts';
import type { Element } from '../state/wire/fields.ts';
import { withTextDefaults } from '../state/wire/text_defaults.ts';
import { channelName, messageOnWire, viewOnWire } from '../state/wire/to_wire.ts';
import type { Channel, Message, SlackState, Team, User, View } from '../state/workspace_state.ts';
import type { Envelope } from './envelope.ts';

/** The payloads of commands and interactivity, with every field Slack sends. */

export interface Who {
  readonly slackState: SlackState;
  readonly team: Team;
  readonly user: User;
}

const TOKEN = 'simulated-verification-token';

export const common = ({ slackState, team, user }: Who) => ({
  // T20: `team` is where the app is installed, not the person's; null for an organisation, which need not be the person's either
  // (bolt-python#23).
  team: team.organisation === null ? { id: team.id, domain: team.domain } : null,
  user: { id: user.id, username: user.name, name: user.name, team_id: homeIdOf(slackState, team, user) },
  api_app_id: slackState.appId,
  token: TOKEN,
  enterprise: team.organisation === null ? null : { id: team.organisation.id, name: team.organisation.name },
  is_enterprise_install: team.organisation !== null,
});

export const trigger = ({ slackState, team, user }: Who, channel: string | null): string =>
  giveTrigger(slackState, team, user.id, channel).id;

export const interactive = (who: Who, kind: Envelope['kind'], payload: JsonObject): Envelope => ({
  type: 'interactive',
  kind,
  name: kind,
  team: who.team.id,
  payload,
});

export function commandEnvelope(who: Who, channel: Channel, command: string, text: string): Envelope {
  const { slackState, team, user } = who;
  const origin = { userId: user.id, channel: channel.id, threadTs: null, origin: null };
  const organisation = ownOrganisation(team, user);
  const payload = {
    token: TOKEN,
    team_id: homeIdOf(slackState, team, user),
    team_domain: team.domain,
    ...(organisation === null ? {} : { enterprise_id: organisation.id, enterprise_name: organisation.name }),
    channel_id: channel.id,
    channel_name: channelName(channel, user),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: slackState.appId,
    is_enterprise_install: String(organisation !== null),
    response_url: giveResponseUrl(slackState, team, origin),
    trigger_id: trigger(who, channel.id),
  };
  return { type: 'slash_commands', kind: 'slash_commands', name: 'command', team: team.id, payload };
}

/** One element as `actions` lists it: what it is, and what is chosen now. */
export function actionOf(
  who: Who,
  { element, blockId, actionId, type }: Element,
  value: JsonObject,
): JsonObject {
  const kept = ['text', 'value', 'style', 'url', 'confirm', 'placeholder', 'min_query_length', 'icon'];
  const initial = Object.keys(element).filter((key) => key.startsWith('initial_') && key !== 'initial_value');
  const said = Object.fromEntries(
    [...kept, ...initial].flatMap((k) => (k in element ? [[k, withTextDefaults(element[k])]] : [])),
  );
  return {
    ...said,
    ...value,
    type,
    action_id: actionId,
    block_id: blockId,
    action_ts: nextTs(who.slackState),
  };
}

const messageContainer = (message: Message) => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: message.onlyFor !== null,
  ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
});

export function messageAction(who: Who, channel: Channel, message: Message, action: JsonObject): Envelope {
  const { slackState, team, user } = who;
  const pass = { userId: user.id, channel: channel.id, threadTs: message.threadTs, origin: message.ts };
  return interactive(who, 'block_actions', {
    type: 'block_actions',
    ...common(who),
    container: messageContainer(message),
    trigger_id: trigger(who, channel.id),
    channel: { id: channel.id, name: channelName(channel, user) },
    // An ephemeral message is not stored by Slack; the payload only names its channel and ts.
    ...(message.onlyFor === null ? { message: messageOnWire(slackState, team, message) } : {}),
    state: { values: message.fields },
    response_url: giveResponseUrl(slackState, team, pass),
    actions: [action],
  });
}

export const viewAction = (who: Who, view: View, action: JsonObject): Envelope =>
  interactive(who, 'block_actions', {
    type: 'block_actions',
    ...common(who),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger(who, view.channel),
    view: viewOnWire(who.slackState, who.team, view),
    actions: [action],
  });

/** Places the submitter chose in inputs with `response_url_enabled`. */
function responseUrls({ slackState, team, user }: Who, view: View): JsonObject[] {
  return objectsAt(view.content, 'blocks').flatMap((block) => {
    const element = block.element;
    if (typeof element !== 'object' || element === null || !('response_url_enabled' in element)) return [];
    const [block_id, action_id] = [textAt(block, 'block_id'), textAt(element, 'action_id')];
    const value = view.fields[block_id]?.[action_id];
    const channel_id = textAt(value, 'selected_conversation') || textAt(value, 'selected_channel');
    if (channel_id === '' || element.response_url_enabled !== true) return [];
    const pass = { userId: user.id, channel: channel_id, threadTs: null, origin: null };
    return [{ block_id, action_id, channel_id, response_url: giveResponseUrl(slackState, team, pass) }];
  });
}

export const submission = (who: Who, view: View): Envelope =>
  interactive(who, 'view_submission', {
    type: 'view_submission',
    ...common(who),
    trigger_id: trigger(who, view.channel),
    view: viewOnWire(who.slackState, who.team, view),
    response_urls: responseUrls(who, view),
  });

export const closing = (who: Who, view: View, cleared: boolean): Envelope =>
  interactive(who, 'view_closed', {
    type: 'view_closed',
    ...common(who),
    view: viewOnWire(who.slackState, who.team, view),
    is_cleared: cleared,
  });

export type Place =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'message'; readonly message: Message; readonly channel: Channel };

export function suggestion(who: Who, place: Place, { blockId, actionId }: Element, value: string): Envelope {
  const where =
    place.kind === 'view'
      ? {
          container: { type: 'view', view_id: place.view.id },
          view: viewOnWire(who.slackState, who.team, place.view),
        }
      : {
          container: messageContainer(place.message),
          channel: { id: place.channel.id, name: channelName(place.channel, who.user) },
          message: messageOnWire(who.slackState, who.team, place.message),
        };
  return interactive(who, 'block_suggestion', {
    type: 'block_suggestion',
    ...common(who),
    action_id: actionId,
    block_id: blockId,
    value,
    ...where,
  });
}
