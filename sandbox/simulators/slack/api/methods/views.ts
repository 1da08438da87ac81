import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../../json.ts';
import { checkView } from '../../rules/index.ts';
import { userOf } from '../../state/conversations.ts';
import { lookAtTrigger } from '../../state/triggers.ts';
import {
  changeView,
  openView,
  publishHome,
  pushView,
  STACK_LIMIT,
  stackOf,
  viewOf,
  viewsOf,
} from '../../state/views.ts';
import { viewOnWire } from '../../state/wire/to_wire.ts';
import type { Trigger, View } from '../../state/workspace_state.ts';
import {
  type Answer,
  type Call,
  fine,
  lacksScope,
  type Method,
  missing,
  no,
  refusedContent,
  wrong,
} from '../call.ts';

/** views.*: modals and App Home. */

const shown = (call: Call, view: View) => fine({ view: viewOnWire(call.slackState, call.team, view) });

/** The element needs `files:read` (docs: file input element); which error a bot without it gets was not seen. */
const holdsFileInput = (view: JsonObject): boolean =>
  objectsAt(view, 'blocks').some((block) => textAt(block, 'element', 'type') === 'file_input');

/** The view argument, checked; `self` is the view it replaces (its own external id is free). */
function sentView(call: Call, self: View | null, type: View['type']): { view: JsonObject } | Answer {
  if (!isObject(call.args.view)) return missing(call, 'view');
  const view = objectAt(call.args, 'view');
  if (textAt(view, 'type') !== type) return wrong(call, 'invalid_arguments', '/view/type', `must be ${type}`);
  const refusal = checkView(view);
  const refused = refusedContent(call, {
    refusal,
    content: view,
    pointer: '/view',
    error: 'invalid_arguments',
  });
  if (refused !== null) return refused;
  const lacking = holdsFileInput(view) ? lacksScope(call, 'files:read') : null;
  if (lacking !== null) return lacking;
  const externalId = textAt(view, 'external_id');
  const taken = viewsOf(call.team).some(
    (other) => externalId !== '' && other !== self && textAt(other.content, 'external_id') === externalId,
  );
  return taken ? wrong(call, 'duplicate_external_id', '/view/external_id') : { view };
}

const isRefusal = <Sent extends { view: JsonObject }>(found: Sent | Answer): found is Answer => 'ok' in found;

/** `interactivity_pointer` serves the same purpose (web-api 7 migration guide), and is used up in the same way. */
function trigger(call: Call): Trigger | Answer {
  const id = textAt(call.args, 'trigger_id') || textAt(call.args, 'interactivity_pointer');
  if (id === '') return missing(call, 'trigger_id');
  const found = lookAtTrigger(call.slackState, call.team, id);
  if (typeof found !== 'string') return found;
  return wrong(call, found, '/trigger_id', `${found}: a trigger works once, within 3 seconds`);
}

const isTrigger = (found: Trigger | Answer): found is Trigger => 'expiresAt' in found;

/** A modal and the trigger that opens it; the trigger is not used up yet. */
function sentForTrigger(call: Call): { readonly view: JsonObject; readonly by: Trigger } | Answer {
  const sent = sentView(call, null, 'modal');
  if (isRefusal(sent)) return sent;
  const by = trigger(call);
  return isTrigger(by) ? { ...sent, by } : by;
}

function open(call: Call): Answer {
  const sent = sentForTrigger(call);
  if (isRefusal(sent)) return sent;
  sent.by.used = true;
  return shown(call, openView(call.slackState, call.team, sent.by.userId, sent.view, sent.by.channel));
}

function push(call: Call): Answer {
  const sent = sentForTrigger(call);
  if (isRefusal(sent)) return sent;
  if (stackOf(call.team, sent.by.userId).length >= STACK_LIMIT) return wrong(call, 'push_limit_reached');
  sent.by.used = true;
  const view = pushView(call.slackState, call.team, sent.by.userId, sent.view);
  return view === null ? no('not_found') : shown(call, view);
}

const stale = (call: Call, view: View): boolean => {
  const hash = textAt(call.args, 'hash');
  return hash !== '' && hash !== view.hash;
};

function update(call: Call): Answer {
  const ids = { view_id: textAt(call.args, 'view_id'), external_id: textAt(call.args, 'external_id') };
  if (ids.view_id === '' && ids.external_id === '') return missing(call, 'view_id');
  const view = viewOf(call.team, ids);
  const sent = sentView(call, view, 'modal');
  if (isRefusal(sent)) return sent;
  if (view === null) return no('not_found');
  if (stale(call, view)) return no('hash_conflict');
  changeView(call.slackState, view, sent.view);
  return shown(call, view);
}

function publish(call: Call): Answer {
  const { slackState, team, args } = call;
  const userId = textAt(args, 'user_id');
  if (userId === '') return missing(call, 'user_id');
  const before = team.homes.get(userId) ?? null;
  const sent = sentView(call, before, 'home');
  if (isRefusal(sent)) return sent;
  if (objectAt(slackState.manifest, 'features', 'app_home').home_tab_enabled !== true)
    return no('not_enabled');
  if (userOf(team, userId) === null) return no('user_not_found');
  if (before !== null && stale(call, before)) return no('hash_conflict');
  return shown(call, publishHome(slackState, team, userId, sent.view));
}

export const viewMethods: Record<string, Method> = {
  'views.open': { scope: null, token: 'bot', run: open },
  'views.push': { scope: null, token: 'bot', run: push },
  'views.update': { scope: null, token: 'bot', run: update },
  'views.publish': { scope: null, token: 'bot', run: publish },
};
