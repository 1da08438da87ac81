import { type JsonObject, objectsAt, textAt } from '../json.ts';
import { changed } from './changes.ts';
import { newId, nextTs } from './clock.ts';
import { freshFields, withIds } from './wire/fields.ts';
import type { SlackState, Team, View } from './workspace_state.ts';

/** Modal stacks and App Home. A stack holds at most three views (the opened one and two pushed). */
export const STACK_LIMIT = 3;

const contentOf = (slackState: SlackState, content: JsonObject): JsonObject => ({
  ...content,
  blocks: withIds(slackState, objectsAt(content, 'blocks')),
});

const newHash = (slackState: SlackState): string => `${nextTs(slackState)}.${slackState.count.toString(36)}`;

interface NewView {
  readonly type: View['type'];
  readonly below: View | null;
  readonly channel: string | null;
}

function makeView(slackState: SlackState, team: Team, userId: string, sent: JsonObject, how: NewView): View {
  const id = newId(slackState, 'V');
  const content = contentOf(slackState, sent);
  return {
    id,
    teamId: team.id,
    userId,
    type: how.type,
    rootId: how.below?.rootId ?? id,
    previousId: how.below?.id ?? null,
    content,
    hash: newHash(slackState),
    fields: freshFields(objectsAt(content, 'blocks'), {}, how.channel),
    errors: {},
    trouble: null,
    version: 1,
    channel: how.channel,
  };
}

export const stackOf = (team: Team, userId: string): readonly View[] => team.stacks.get(userId) ?? [];
export const topOf = (team: Team, userId: string): View | null => stackOf(team, userId).at(-1) ?? null;

/** A new stack; whatever modal was open is replaced. */
export function openView(
  slackState: SlackState,
  team: Team,
  userId: string,
  content: JsonObject,
  channel: string | null,
): View {
  const view = makeView(slackState, team, userId, content, { type: 'modal', below: null, channel });
  team.stacks.set(userId, [view]);
  changed(slackState);
  return view;
}

/** Null when the stack is full or there is nothing to push onto. */
export function pushView(
  slackState: SlackState,
  team: Team,
  userId: string,
  content: JsonObject,
): View | null {
  const stack = stackOf(team, userId);
  const below = stack.at(-1);
  if (below === undefined || stack.length >= STACK_LIMIT) return null;
  const view = makeView(slackState, team, userId, content, { type: 'modal', below, channel: below.channel });
  team.stacks.set(userId, [...stack, view]);
  changed(slackState);
  return view;
}

/** New content in place. Typed values stay where block id and action id stay. */
export function changeView(slackState: SlackState, view: View, sent: JsonObject): void {
  view.content = contentOf(slackState, sent);
  view.fields = freshFields(objectsAt(view.content, 'blocks'), view.fields, view.channel);
  view.hash = newHash(slackState);
  view.errors = {};
  view.trouble = null;
  view.version += 1;
  changed(slackState);
}

export function publishHome(slackState: SlackState, team: Team, userId: string, sent: JsonObject): View {
  const before = team.homes.get(userId);
  if (before !== undefined) {
    changeView(slackState, before, sent);
    return before;
  }
  const view = makeView(slackState, team, userId, sent, { type: 'home', below: null, channel: null });
  team.homes.set(userId, view);
  changed(slackState);
  return view;
}

/** Takes views off the stack; the ones below stay. */
export function closeViews(slackState: SlackState, team: Team, userId: string, gone: readonly View[]): void {
  const left = stackOf(team, userId).filter((view) => !gone.includes(view));
  for (const view of gone) view.version += 1;
  team.stacks.set(userId, left);
  changed(slackState);
}

export const viewsOf = (team: Team): View[] => [...[...team.stacks.values()].flat(), ...team.homes.values()];

/** An open view by its id, or by the external id the app gave it. */
export const viewOf = (team: Team, id: { view_id?: string; external_id?: string }): View | null =>
  viewsOf(team).find(
    (view) =>
      (id.view_id !== undefined && view.id === id.view_id) ||
      (id.external_id !== undefined &&
        id.external_id !== '' &&
        textAt(view.content, 'external_id') === id.external_id),
  ) ?? null;
