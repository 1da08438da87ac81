import type { AckOutcome } from '../contract.ts';
import { deliver, type Session } from '../delivery/deliver.ts';
import {
  actionOf,
  messageAction,
  type Place,
  suggestion,
  viewAction,
  type Who,
} from '../delivery/payloads.ts';
import { type JsonObject, objectAt, objectsAt, textsAt } from '../json.ts';
import { changed } from '../state/changes.ts';
import type { Element } from '../state/wire/fields.ts';
import type { Fields } from '../state/workspace_state.ts';

/** Clicking and choosing, in a message, a modal or App Home. */

export const fieldsOf = (place: Place): Fields =>
  place.kind === 'view' ? place.view.fields : place.message.fields;

async function show(session: Session, who: Who, place: Place, action: JsonObject): Promise<AckOutcome> {
  const envelope =
    place.kind === 'view'
      ? viewAction(who, place.view, action)
      : messageAction(who, place.channel, place.message, action);
  return (await deliver(session, envelope)).kind;
}

/** A button, or one entry of an overflow menu (`chosen`). */
export const press = (session: Session, who: Who, place: Place, element: Element, chosen: JsonObject = {}) =>
  show(session, who, place, actionOf(who, element, chosen));

/** Elements of actions and section blocks always send an action; inputs only with `dispatch_action`. */
function dispatches({ isInput, block, element, type }: Element): boolean {
  if (!isInput) return true;
  if (block.dispatch_action !== true) return false;
  const typed = type.endsWith('_input');
  const listed = textsAt(objectAt(element, 'dispatch_action_config'), 'trigger_actions_on');
  const on = listed.length === 0 ? ['on_enter_pressed'] : listed;
  return !typed || on.includes('on_character_entered') || element.multiline !== true;
}

/** Puts a value (in wire form, e.g. `{selected_option}`) into an element without sending an action, as while typing. */
export function hold(session: Session, place: Place, element: Element, value: JsonObject): void {
  const fields = fieldsOf(place);
  const { blockId, actionId, type } = element;
  fields[blockId] = { ...fields[blockId], [actionId]: { type, ...value } };
  changed(session.slackState);
}

/** Puts a value into an element; sends an action where Slack would. */
export async function put(
  session: Session,
  who: Who,
  place: Place,
  element: Element,
  value: JsonObject,
): Promise<AckOutcome | null> {
  hold(session, place, element, value);
  return dispatches(element) ? show(session, who, place, actionOf(who, element, value)) : null;
}

export interface Offer {
  readonly option: JsonObject;
  readonly group: string | null;
}

/** Asks the app for the options of an external select. Nothing when it did not answer, as in Slack. */
export async function suggest(
  session: Session,
  who: Who,
  place: Place,
  element: Element,
  typed: string,
): Promise<Offer[]> {
  const answer = await deliver(session, suggestion(who, place, element, typed));
  if (answer.kind !== 'acked' || answer.broken || answer.body === null) return [];
  return offersOf(answer.body);
}

/** Options and option groups, of an element or of an answer, in one list. */
export const offersOf = (body: JsonObject): Offer[] => [
  ...objectsAt(body, 'options').map((option) => ({ option, group: null })),
  ...objectsAt(body, 'option_groups').flatMap((group) =>
    objectsAt(group, 'options').map((option) => ({
      option,
      group: String(objectAt(group, 'label').text ?? ''),
    })),
  ),
];
