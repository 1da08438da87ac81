import { signal } from '@preact/signals';
import type { ActEnded, OfferSeen, ShortcutSeen } from '../../../server/contract.ts';
import type { JsonObject } from '../../../simulators/slack/json.ts';
import { postAct, postControl, postSuggestions, Refused } from './api.ts';
import { forget, keep, type Spot, spotKey, valuesOf } from './fields.ts';
import { refresh, viewer } from './store.ts';

/** What a person does in this window, and whether the app acknowledges it within 3 seconds. */

export interface Clock {
  readonly id: number;
  readonly what: string;
  readonly began: number;
  /** Set once the app has answered, or Slack has given up. */
  readonly ended: ActEnded | null;
}

/** The newest acts that reached the app; the page shows the last one. */
export const clock = signal<Clock | null>(null);
export const shownError = signal<string | null>(null);
let count = 0;

interface Act {
  readonly act: string;
  readonly [more: string]: unknown;
}

/** The app was not asked: Slack's client found something missing, Slack answered itself, or the form has moved on. */
const SLACKS_OWN = new Set(['incomplete', 'slack', 'gone']);

async function act(asked: Act, what: string | null): Promise<ActEnded | null> {
  const { value: me } = viewer;
  if (me === null) return null;
  count += 1;
  const id = count;
  shownError.value = null;
  if (what !== null) clock.value = { id, what, began: performance.now(), ended: null };
  try {
    const ended = await postAct(me, asked);
    if (clock.value?.id === id)
      clock.value = SLACKS_OWN.has(ended.outcome) ? null : { ...clock.value, ended };
    void refresh();
    return ended;
  } catch (error) {
    if (clock.value?.id === id) clock.value = null;
    showError(error);
    void refresh();
    return null;
  }
}

function showError(error: unknown): void {
  shownError.value = error instanceof Refused ? error.message : 'The sandbox server does not answer.';
}

export const type = (channel: string, text: string, threadTs: string | null = null) =>
  act(
    { act: 'type', channel, text, thread: threadTs },
    text.startsWith('/') ? (text.split(' ')[0] ?? text) : null,
  );

/** A quiet change is sent one after the other, so that "ab" never overtakes "abc". */
let quiet: Promise<unknown> = Promise.resolve();

export function write(spot: Spot, value: JsonObject): void {
  keep(spot, value);
  const newest = spotKey(spot);
  quiet = quiet.then(() => {
    const body = {
      act: 'put',
      place: spot.place,
      block: spot.block,
      action: spot.action,
      value,
      quiet: true,
    };
    return waiting.get(newest) === value ? act(body, null) : null;
  });
  waiting.set(newest, value);
}
const waiting = new Map<string, JsonObject>();

/** Chooses a value; an action is sent where Slack would send one. A quiet change is finished before anything else is sent. */
export async function choose(spot: Spot, value: JsonObject, reports: boolean): Promise<ActEnded | null> {
  keep(spot, value);
  waiting.delete(spotKey(spot));
  const { place, block, action } = spot;
  const chosen = quiet.then(() =>
    act({ act: 'put', place, block, action, value }, reports ? 'a choice' : null),
  );
  if (!reports) quiet = chosen;
  const ended = await chosen;
  if (ended === null || ended.outcome === 'gone') forget(spot);
  return ended;
}

export async function press(spot: Spot, label: string, chosen?: JsonObject): Promise<ActEnded | null> {
  await quiet;
  const { place, block, action } = spot;
  return act(
    { act: 'press', place, block, action, ...(chosen === undefined ? {} : { chosen }) },
    `“${label}”`,
  );
}

export async function submit(view: string, label: string): Promise<ActEnded | null> {
  const values = valuesOf(view);
  await quiet;
  return act({ act: 'submit', view, values }, `“${label}”`);
}

/** From the composer, or on a message. */
export const runShortcut = (
  { callbackId, name }: ShortcutSeen,
  message: { readonly channel: string; readonly ts: string } | null = null,
) => act({ act: 'shortcut', callbackId, message }, `“${name}”`);

export const close = (view: string) => act({ act: 'close', view }, null);
export const dismiss = () => act({ act: 'dismiss' }, null);
export const open = (tab: 'home' | 'messages') =>
  act({ act: 'open', tab }, tab === 'home' ? 'App Home' : null);

export async function suggestions(spot: Spot, typed: string): Promise<OfferSeen[]> {
  const { value: me } = viewer;
  if (me === null) return [];
  return postSuggestions(me, { ...spot, typed }).catch(() => []);
}

/** Turns a switch of the control panel. */
export async function control(asked: object): Promise<void> {
  await postControl(asked).catch(showError);
  await refresh();
}
