import { z } from 'zod';

/** What a person can do, by ids: the body of `POST /sandbox/acts`. */

const json = z.record(z.string(), z.json());

/** The surface and the ids of an element. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.strictObject({ kind: z.literal('view'), view: z.string() }),
]);
export type PlaceAsked = z.infer<typeof Place>;

const inElement = { place: Place, block: z.string(), action: z.string() };

/** Block id -> action id -> value in wire form without its `type`, e.g. `{ "value": "typed" }`. */
const Values = z.record(z.string(), z.record(z.string(), json));

const person = { team: z.string(), user: z.string() };

export const ActAsked = z.discriminatedUnion('act', [
  /** Types into a channel and presses Enter: a message or a slash command. */
  z.strictObject({
    act: z.literal('type'),
    ...person,
    channel: z.string(),
    text: z.string().min(1),
    thread: z.string().nullable().default(null),
  }),
  /** Clicks a button, or one entry of an overflow menu (`chosen`). */
  z.strictObject({ act: z.literal('press'), ...person, ...inElement, chosen: json.optional() }),
  /** Puts a value into an element. `quiet`: typing goes on, so that no action is sent. */
  z.strictObject({
    act: z.literal('put'),
    ...person,
    ...inElement,
    value: json,
    quiet: z.boolean().default(false),
  }),
  /** Presses a modal's submit button; `values` are what the fields hold, where that is newer than the last `put`. */
  z.strictObject({ act: z.literal('submit'), ...person, view: z.string(), values: Values.default({}) }),
  /** The close button: this view. */
  z.strictObject({ act: z.literal('close'), ...person, view: z.string() }),
  /** The X: the whole stack. */
  z.strictObject({ act: z.literal('dismiss'), ...person }),
  /** Picks a shortcut of the app: from the composer, or from the menu of a message. */
  z.strictObject({
    act: z.literal('shortcut'),
    ...person,
    callbackId: z.string(),
    message: z.strictObject({ channel: z.string(), ts: z.string() }).nullable().default(null),
  }),
  /** Opens the app's Home or Messages tab. */
  z.strictObject({ act: z.literal('open'), ...person, tab: z.enum(['home', 'messages']).default('home') }),
]);
export type ActAsked = z.infer<typeof ActAsked>;
export type Asked<Name extends ActAsked['act']> = Extract<ActAsked, { act: Name }>;

/** The body of `POST /sandbox/suggestions`: what an external select offers for what is typed. */
export const SuggestionsAsked = z.strictObject({ ...person, ...inElement, typed: z.string() });
export type SuggestionsAsked = z.infer<typeof SuggestionsAsked>;
