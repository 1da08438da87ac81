import { extname } from 'node:path';
import { fieldsOf, type Offer, offersOf, press, put, suggest } from '../acts/elements.ts';
import type { AckOutcome, Suggestion } from '../contract.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Place, Who } from '../delivery/payloads.ts';
import { type JsonObject, objectAt, objectsAt, textAt, textOf, textsAt } from '../json.ts';
import { fileOnWire, giveFile } from '../state/files.ts';
import { type Element, valueKey } from '../state/wire/fields.ts';
import { tooLong } from './client_checks.ts';
import { offeredConversation } from './conversations.ts';
import { CannotDo, theOne } from './refusal.ts';

/** Filling one control. */
export interface Grip {
  readonly session: Session;
  readonly who: Who;
  readonly place: Place;
  readonly one: Element;
  /** Its name, as the person sees it. */
  readonly label: string;
}

type Done = Promise<AckOutcome | null>;

const holds = (grip: Grip, key: string, value: JsonObject[keyof JsonObject]): Done =>
  put(grip.session, grip.who, grip.place, grip.one, { [key]: value });

export const fieldOf = ({ place, one }: Grip): JsonObject | undefined =>
  fieldsOf(place)[one.blockId]?.[one.actionId];

const isMulti = (type: string): boolean => type.startsWith('multi_') || type === 'checkboxes';

function mustBe(grip: Grip, can: boolean, verb: string): void {
  if (!can) throw new CannotDo(`"${grip.label}" is a ${grip.one.type}; one cannot ${verb} there`);
}

export function fill(grip: Grip, text: string): Done {
  const key = valueKey(grip.one.type);
  const typed = ['value', 'selected_date', 'selected_time', 'selected_date_time'].includes(key);
  mustBe(grip, typed, 'type');
  const problem = tooLong(grip.one, text);
  if (problem !== null) throw new CannotDo(`"${grip.label}": ${problem}`);
  const value = key === 'selected_date_time' ? Number(text) : text;
  return holds(grip, key, text === '' ? null : value);
}

const asksForFile = ({ one }: Grip) => one.type === 'file_input';

export function attach(grip: Grip, file: { readonly name: string; readonly text: string }): Done {
  mustBe(grip, asksForFile(grip), 'choose a file');
  const types = textsAt(grip.one.element, 'filetypes');
  if (types.length > 0 && !types.includes(extname(file.name).slice(1).toLowerCase()))
    throw new CannotDo(`"${grip.label}" takes only ${types.join(', ')}`);
  const { slackState, team, user } = grip.who;
  const given = giveFile(slackState, team, { ...file, by: user.id });
  return holds(grip, 'files', [fileOnWire(slackState, given)]);
}

const textsOf = ({ option }: Offer): string[] => [textAt(option, 'text', 'text'), textAt(option, 'value')];

const offered = (offers: readonly Offer[], name: string): JsonObject =>
  theOne(offers, name, textsOf, 'option').option;

/** The option as it goes over the wire: text and value only. */
const wired = (option: JsonObject): JsonObject => ({
  text: objectAt(option, 'text'),
  value: textAt(option, 'value'),
  ...(option.description === undefined ? {} : { description: option.description }),
});

const isExternal = (type: string): boolean => type.endsWith('external_select');

export async function suggestions(grip: Grip, typed: string): Promise<Offer[]> {
  const { session, who, place, one } = grip;
  mustBe(grip, isExternal(one.type), 'ask for suggestions');
  const least = one.element.min_query_length === undefined ? 3 : Number(textOf(one.element.min_query_length));
  return typed.length < least ? [] : suggest(session, who, place, one, typed);
}

export const asSuggestion = ({ option, group }: Offer): Suggestion => ({
  text: textAt(option, 'text', 'text'),
  value: textAt(option, 'value'),
  group,
  description: textAt(option, 'description', 'text') || null,
});

/** One option of a select or radio group; an overflow menu acts at once. */
export async function choose(grip: Grip, name: string): Done {
  const { one, session, who, place } = grip;
  if (one.type === 'overflow') {
    const option = wired(offered(offersOf(one.element), name));
    return press(session, who, place, one, { selected_option: option });
  }
  if (isExternal(one.type) || isMulti(one.type)) return pick(grip, [name], undefined);
  mustBe(grip, valueKey(one.type) === 'selected_option', 'choose');
  return holds(grip, 'selected_option', wired(offered(offersOf(one.element), name)));
}

const chosen = (grip: Grip): JsonObject[] => objectsAt(fieldOf(grip), 'selected_options');

function fits(grip: Grip, count: number): void {
  const most = grip.one.element.max_selected_items;
  if (most !== undefined && count > Number(textOf(most)))
    throw new CannotDo(`"${grip.label}" takes at most ${textOf(most)}`);
}

async function add(grip: Grip, option: JsonObject): Done {
  if (!isMulti(grip.one.type)) return holds(grip, 'selected_option', option);
  const before = chosen(grip).filter((one) => textAt(one, 'value') !== textAt(option, 'value'));
  fits(grip, before.length + 1);
  return holds(grip, 'selected_options', [...before, option]);
}

/** Adds options one after the other, as a person does; an external select is asked anew for each. */
export async function pick(grip: Grip, names: readonly string[], typing: string | undefined): Done {
  mustBe(grip, valueKey(grip.one.type).startsWith('selected_option'), 'pick');
  let last: AckOutcome | null = null;
  for (const name of names) {
    const offers = isExternal(grip.one.type)
      ? await suggestions(grip, typing ?? name)
      : offersOf(grip.one.element);
    last = await add(grip, wired(offered(offers, name)));
  }
  return last;
}

export async function unpick(grip: Grip, names: readonly string[]): Done {
  mustBe(grip, isMulti(grip.one.type), 'untick');
  let last: AckOutcome | null = null;
  for (const name of names) {
    const gone = theOne(
      chosen(grip),
      name,
      (one) => [textAt(one, 'text', 'text'), textAt(one, 'value')],
      'choice',
    );
    const left = chosen(grip).filter((one) => one !== gone);
    last = await holds(grip, 'selected_options', left);
  }
  return last;
}

/** Sets ids into a users, channels or conversations select; the multi ones add. */
function holdIds(grip: Grip, ids: readonly string[]): Done {
  const key = valueKey(grip.one.type);
  if (!isMulti(grip.one.type)) return holds(grip, key, ids.at(-1) ?? null);
  const all = [...new Set([...textsAt(fieldOf(grip), key), ...ids])];
  fits(grip, all.length);
  return holds(grip, key, all);
}

export function pickUsers(grip: Grip, names: readonly string[]): Done {
  mustBe(grip, valueKey(grip.one.type).startsWith('selected_user'), 'pick people');
  const { users } = grip.who.team;
  const ids = names.map((name) => theOne(users, name, (user) => [user.name, user.realName], 'person').id);
  return holdIds(grip, ids);
}

/** A channel or direct conversation this person sees in the menu. */
export function pickChannel(grip: Grip, name: string): Done {
  const key = valueKey(grip.one.type);
  mustBe(grip, /^selected_(channel|conversation)s?$/.test(key), 'pick a channel');
  const channel = offeredConversation(grip.who, grip.one.element, name);
  if (channel === null)
    throw new CannotDo(`"${grip.label}" does not offer ${name} to ${grip.who.user.realName}`);
  return holdIds(grip, [channel.id]);
}
