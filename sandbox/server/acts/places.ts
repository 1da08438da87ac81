import type { Place, Who } from '../../simulators/slack/delivery/payloads.ts';
import { objectsAt } from '../../simulators/slack/json.ts';
import { canSee, channelOf } from '../../simulators/slack/state/conversations.ts';
import { messageAt } from '../../simulators/slack/state/messages.ts';
import { viewsOf } from '../../simulators/slack/state/views.ts';
import { type Element, elementsOf } from '../../simulators/slack/state/wire/fields.ts';
import type { Channel, View } from '../../simulators/slack/state/workspace_state.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { PlaceAsked } from './act_requests.ts';

/** From ids to the things themselves; whatever this person cannot see is not there. */

export function whoIs(sandbox: Sandbox, teamId: string, userId: string): Who {
  const { slackState } = sandbox.simulators.slack.session;
  const team = slackState.teams.find((one) => one.id === teamId);
  const user = team?.users.find((one) => one.id === userId);
  if (team === undefined || user === undefined) throw new Refusal(404, 'No such person in that workspace');
  return { slackState, team, user };
}

export function channelFor({ team, user }: Who, id: string): Channel {
  const channel = channelOf(team, id);
  if (channel === null || !canSee(channel, user.id)) throw new Refusal(404, 'No such channel');
  return channel;
}

export function viewFor({ team, user }: Who, id: string): View {
  const view = viewsOf(team).find((one) => one.id === id && one.userId === user.id);
  if (view === undefined) throw new Refusal(409, 'That view is gone');
  return view;
}

export function placeFor(who: Who, asked: PlaceAsked): Place {
  if (asked.kind === 'view') return { kind: 'view', view: viewFor(who, asked.view) };
  const channel = channelFor(who, asked.channel);
  const message = messageAt(who.team, channel.id, asked.ts);
  const hidden = message?.onlyFor !== null && message?.onlyFor !== who.user.id;
  if (message === null || hidden) throw new Refusal(409, 'That message is gone');
  return { kind: 'message', channel, message };
}

const blocksAt = (place: Place) =>
  place.kind === 'view' ? objectsAt(place.view.content, 'blocks') : place.message.blocks;

/**
 * An edit of a message gives new ids to its blocks that have none of their own. What a person presses in the moment of an edit is known
 * by its action then, unless several have it.
 */
export function elementFor(place: Place, block: string, action: string): Element {
  const same = elementsOf(blocksAt(place)).filter((one) => one.actionId === action);
  const found = same.find((one) => one.blockId === block);
  if (found !== undefined) return found;
  const [moved] = place.kind === 'message' && same.length === 1 ? same : [];
  if (moved === undefined) throw new Refusal(409, 'That element is gone');
  return moved;
}
