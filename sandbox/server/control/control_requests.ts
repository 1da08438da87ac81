import { z } from 'zod';
import { oddLists, refusalReports } from '../../simulators/stackone/index.ts';
import { tokenAnswerNames } from '../../simulators/zoom/index.ts';

/** The switches of the control panel: the body of `POST /sandbox/control`. */

const faults = z.enum(['fine', 'slow', 'limited', 'down']);
const id = z.string().min(1);
const on = z.boolean();
/** Which credentials a profile is made with: those of a Zoom app, the newest when left out, or something like them. */
const pair = z.strictObject({
  app: id.optional(),
  use: z.enum(['development', 'production', 'wrong_secret', 'public_client']),
});

export const ControlAsked = z.discriminatedUnion('do', [
  /** Fine again, slow answers, 429 to everything, or not to be reached. */
  z.strictObject({ do: z.literal('faults'), host: z.enum(['slack', 'zoom', 'stackone']), faults }),
  /** A new General app in Zoom's Marketplace, with a client ID and a secret. */
  z.strictObject({ do: z.literal('zoom.create'), name: z.string().trim().min(1).max(50) }),
  /** Zoom accepts these credentials from now on, whatever they are. */
  z.strictObject({ do: z.literal('zoom.accept'), clientId: id, clientSecret: id }),
  /** The secret is regenerated; the old one is refused at once. */
  z.strictObject({ do: z.literal('zoom.rotate'), clientId: id }),
  z.strictObject({ do: z.literal('zoom.enable'), clientId: id, on }),
  /** Local Test shows Ready, or not. */
  z.strictObject({ do: z.literal('zoom.ready'), clientId: id, on }),
  /** From now on the token endpoint gives this answer; null: the right one. */
  z.strictObject({ do: z.literal('zoom.answer'), answer: z.enum(tokenAnswerNames).nullable() }),
  /** From now on this list is wrong in this way; null: right again. */
  z.strictObject({
    do: z.literal('stackone.list'),
    list: z.enum(['profiles', 'accounts', 'actions']),
    odd: z.enum(oddLists).nullable(),
  }),
  /** StackOne's redirect URL is put on the OAuth Allow List, or taken off it. */
  z.strictObject({ do: z.literal('zoom.redirect'), clientId: id, on }),
  /** The Production side is shared for Beta, or not. */
  z.strictObject({ do: z.literal('zoom.shared'), clientId: id, on }),
  z.strictObject({ do: z.literal('zoom.managed'), clientId: id, by: z.enum(['admin', 'user']) }),
  /** What the app declares, separated by blanks or lines. */
  z.strictObject({ do: z.literal('zoom.scopes'), clientId: id, scopes: z.string().max(20_000) }),
  /** With the Development pair of the newest Zoom app, when no other is chosen. */
  z.strictObject({
    do: z.literal('stackone.create'),
    name: z.string().trim().min(1),
    pair: pair.optional(),
  }),
  z.strictObject({ do: z.literal('stackone.pair'), profile: id, pair }),
  /** Held at the version that it has, or following the newest. */
  z.strictObject({ do: z.literal('stackone.pin'), profile: id, on }),
  /** Greenroom's key may make connect sessions, or only read. */
  z.strictObject({ do: z.literal('stackone.key'), writes: on }),
  /** StackOne tells Greenroom at once of changed accounts, or lets it poll. */
  z.strictObject({ do: z.literal('stackone.webhooks'), on }),
  z.strictObject({ do: z.literal('stackone.refusals'), how: z.enum(refusalReports) }),
  z.strictObject({ do: z.literal('stackone.expire'), session: z.number().int() }),
  /** A breaking version of Zoom's connector, which asks for this scope too. */
  z.strictObject({ do: z.literal('stackone.release'), scope: z.string().trim().min(1).max(200) }),
  z.strictObject({ do: z.literal('stackone.enable'), profile: id, on }),
  z.strictObject({ do: z.literal('stackone.delete'), profile: id }),
  z.strictObject({ do: z.literal('stackone.link'), profile: id }),
  /** `active`, `inactive`, `error`. */
  z.strictObject({ do: z.literal('stackone.account'), account: id, status: id }),
  z.strictObject({ do: z.literal('slack.drop') }),
  z.strictObject({ do: z.literal('slack.refresh') }),
  /** A workspace without the newer blocks for alerts, tables and charts, or with them. */
  z.strictObject({ do: z.literal('slack.older'), on }),
  /** Slack's clock runs ahead: triggers and response addresses age. */
  z.strictObject({ do: z.literal('slack.advance'), minutes: z.number().int().min(1).max(1440) }),
  z.strictObject({ do: z.literal('slack.archive'), team: id, channel: id, on }),
  z.strictObject({ do: z.literal('slack.bot'), team: id, channel: id, on }),
  /** The account is deactivated, or active again. */
  z.strictObject({ do: z.literal('slack.deactivate'), team: id, user: id, on }),
  /** Slack takes no direct message to this person, or takes them again. */
  z.strictObject({ do: z.literal('slack.unreachable'), team: id, user: id, on }),
  /** This person is in a user group, or not. */
  z.strictObject({ do: z.literal('slack.group'), team: id, user: id, group: id, on }),
  /** Slack answers with this code to whatever the app posts or edits there; null: it takes messages again. */
  z.strictObject({
    do: z.literal('slack.refuse'),
    team: id,
    channel: id,
    error: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,79}$/)
      .nullable(),
  }),
  z.strictObject({
    do: z.literal('greenroom.restart'),
    how: z.enum(['stop', 'kill']).default('stop'),
    transport: z.enum(['socket', 'http']).optional(),
    pollSeconds: z.number().int().min(1).max(59).optional(),
    /** Lets time pass: so many days, or until the next working day. Its time is ahead of that of the simulators then. */
    pass: z.union([z.number().int().min(1).max(365), z.literal('workday')]).optional(),
  }),
  z.strictObject({ do: z.literal('greenroom.stop') }),
  /** The next poll of StackOne happens now. Takes some seconds: Greenroom is restarted for it. */
  z.strictObject({ do: z.literal('greenroom.poll') }),
  /** The process is stopped by SIGSTOP, until it is thawed. */
  z.strictObject({ do: z.literal('greenroom.freeze'), on }),
  z.strictObject({ do: z.literal('inspector.clear') }),
]);
export type ControlAsked = z.infer<typeof ControlAsked>;
export type Switch<Name extends ControlAsked['do']> = Extract<ControlAsked, { do: Name }>;
