import { hold, press, put, suggest } from '../../simulators/slack/acts/elements.ts';
import { closeAll, closeTop, submit } from '../../simulators/slack/acts/modals.ts';
import { openHome } from '../../simulators/slack/acts/open_home.ts';
import { runShortcut, runShortcutOn, shortcutsOf } from '../../simulators/slack/acts/shortcuts.ts';
import { typeText } from '../../simulators/slack/acts/type_text.ts';
import type { Place, Who } from '../../simulators/slack/delivery/payloads.ts';
import { objectsAt } from '../../simulators/slack/json.ts';
import { problemsByBlock } from '../../simulators/slack/person/client_checks.ts';
import { topOf } from '../../simulators/slack/state/views.ts';
import { type Element, elementsOf } from '../../simulators/slack/state/wire/fields.ts';
import type { View } from '../../simulators/slack/state/workspace_state.ts';
import type { ActEnded, OfferSeen } from '../contract.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ActAsked, Asked, SuggestionsAsked } from './act_requests.ts';
import { channelFor, elementFor, placeFor, viewFor, whoIs } from './places.ts';
import { withStoredFiles } from './stored_files.ts';

/** Does what a person asked and answers how it ended; a payload to the app is waited for, as Slack's client does. */
export async function act(sandbox: Sandbox, asked: ActAsked): Promise<ActEnded> {
  const began = Date.now();
  const who = whoIs(sandbox, asked.team, asked.user);
  if (who.user.isDeactivated) throw new Refusal(409, `The account of ${who.user.realName} is deactivated`);
  const outcome = await perform(sandbox, who, asked);
  const ended = typeof outcome === 'string' ? { outcome, problems: {} } : outcome;
  return { ...ended, ms: Date.now() - began };
}

type Outcome = string | Pick<ActEnded, 'outcome' | 'problems'>;

async function perform({ simulators }: Sandbox, who: Who, asked: ActAsked): Promise<Outcome> {
  const { session } = simulators.slack;
  switch (asked.act) {
    case 'type':
      return (await typeText(session, who, writable(who, asked.channel), asked.text, asked.thread)).outcome;
    case 'press': {
      const place = placeFor(who, asked.place);
      return press(session, who, place, elementFor(place, asked.block, asked.action), asked.chosen ?? {});
    }
    case 'put': {
      const field = fieldFor(who, asked);
      if (field === null) return 'gone';
      const value = withStoredFiles(who, asked.value);
      if (!asked.quiet) return (await put(session, who, field.place, field.element, value)) ?? 'done';
      hold(session, field.place, field.element, value);
      return 'done';
    }
    case 'submit':
      return send(simulators.slack.session, who, asked);
    case 'close':
      await closeTop(session, who, viewFor(who, asked.view));
      return 'done';
    case 'dismiss':
      await closeAll(session, who);
      return 'done';
    case 'shortcut':
      return shortcut(session, who, asked);
    case 'open':
      return (await openHome(session, who, asked.tab)) ? 'acked' : 'unreachable';
  }
}

async function shortcut(session: Session, who: Who, asked: Asked<'shortcut'>): Promise<Outcome> {
  const type = asked.message === null ? 'global' : 'message';
  const found = shortcutsOf(who, type).find(({ callbackId }) => callbackId === asked.callbackId);
  if (found === undefined) throw new Refusal(409, 'The app has no such shortcut');
  if (asked.message === null) return runShortcut(session, who, found);
  const place = placeFor(who, { kind: 'message', ...asked.message });
  if (place.kind !== 'message' || place.message.onlyFor !== null)
    throw new Refusal(409, 'Slack offers no shortcuts on a message that only you see');
  return runShortcutOn(session, who, place, found);
}

/** Null when the form was redrawn while it was filled in: no error, and the input is dropped. */
function fieldFor(who: Who, asked: Asked<'put'>): { place: Place; element: Element } | null {
  try {
    const place = placeFor(who, asked.place);
    return { place, element: elementFor(place, asked.block, asked.action) };
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return null;
    throw error;
  }
}

function writable(who: Who, id: string) {
  const channel = channelFor(who, id);
  if (channel.archived) throw new Refusal(409, `#${channel.name} is archived`);
  return channel;
}

type Session = Sandbox['simulators']['slack']['session'];

async function send(session: Session, who: Who, asked: Asked<'submit'>): Promise<Outcome> {
  const view = viewFor(who, asked.view);
  if (topOf(who.team, who.user.id) !== view) throw new Refusal(409, 'That view lies under another one');
  fillIn(session, who, view, asked.values);
  const problems = problemsByBlock(view);
  if (Object.keys(problems).length > 0) return { outcome: 'incomplete', problems };
  return submit(session, who, view);
}

function fillIn(session: Session, who: Who, view: View, values: Asked<'submit'>['values']): void {
  for (const element of elementsOf(objectsAt(view.content, 'blocks'))) {
    const value = values[element.blockId]?.[element.actionId];
    if (value !== undefined) hold(session, { kind: 'view', view }, element, withStoredFiles(who, value));
  }
}

/** What an external select offers; nothing below its `min_query_length` is asked by the page. */
export async function suggestions(sandbox: Sandbox, asked: SuggestionsAsked): Promise<OfferSeen[]> {
  const who = whoIs(sandbox, asked.team, asked.user);
  const place = placeFor(who, asked.place);
  const element = elementFor(place, asked.block, asked.action);
  return suggest(sandbox.simulators.slack.session, who, place, element, asked.typed);
}
