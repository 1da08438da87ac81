import type { App } from '@slack/bolt';
import { z } from 'zod';
import { channelClosedEvents } from '../manifest.ts';
import { parseAction } from './action_payload.ts';
import { parseCommand } from './command_payload.ts';
import { closedChannelEvent, homeOpened, memberJoined } from './event_payload.ts';
import { parseShortcut } from './shortcut_payload.ts';
import { parseSuggestion, parseView } from './view_payload.ts';

/** A body that no request of Slack has. The HTTP receiver responds with 400; over a socket there is no way to respond. */
export class MalformedRequest extends Error {
  /** Which kind of request, and where it broke: names only, no values. */
  readonly what: string;
  constructor(what: string) {
    super(`a malformed ${what}`);
    this.name = 'MalformedRequest';
    this.what = what;
  }
}

/**
 * Validates every body before Bolt reads it, over both transports. Bolt reads fields of objects that may be missing, and
 * throws an unspecific error; a handler that cannot parse its payload would leave Slack without an acknowledgement for three
 * seconds. A request without a handler is acknowledged at once.
 */
export function refuseMalformed(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const kind = kindOf(event.body);
    if (kind === null) throw new MalformedRequest('request without a type');
    if (kind === 'other') return void (await event.ack());
    try {
      readers[kind](event.body);
    } catch (error) {
      throw error instanceof z.ZodError ? new MalformedRequest(`${kind}: ${placesOf(error)}`) : error;
    }
    await process(event);
  };
}

type Kind = 'command' | 'event' | 'suggestion' | 'action' | 'view' | 'shortcut';

const record = z.looseObject({});
const bodyWith = (event: z.ZodType): z.ZodType => z.object({ event });
/** What is read of the events that are handled, made once; those of a removed app are read where they are handled. */
const eventBodies: ReadonlyMap<unknown, z.ZodType> = new Map<string, z.ZodType>([
  ['app_home_opened', bodyWith(homeOpened)],
  ['app_uninstalled', bodyWith(record)],
  ['member_joined_channel', bodyWith(memberJoined)],
  ['tokens_revoked', bodyWith(record)],
  ...channelClosedEvents.map((type) => [type, bodyWith(closedChannelEvent)] as const),
]);

/** In the order in which Bolt decides (`getTypeAndConversation`); null for what has no type at all. */
function kindOf(body: Readonly<Record<string, unknown>>): Kind | 'other' | null {
  const { event, command, type } = body;
  if (event !== undefined) return isHandled(event) ? 'event' : 'other';
  if (command !== undefined) return 'command';
  if (type === 'block_suggestion') return 'suggestion';
  if (type === 'block_actions') return 'action';
  if (type === 'view_submission' || type === 'view_closed') return 'view';
  if (type === 'shortcut' || type === 'message_action') return 'shortcut';
  return typeof type === 'string' ? 'other' : null;
}

function isHandled(event: unknown): boolean {
  const type = typed.safeParse(event);
  // An event without a type is malformed, not somebody else's.
  return !type.success || eventBodies.has(type.data.type);
}

const typed = z.object({ type: z.string() });
/** What Bolt reads of every interactive payload. */
const source = z.object({
  user: record,
  team: record.nullish(),
  enterprise: record.nullish(),
  channel: record.optional(),
});

const envelope = z.object({
  authorizations: z.array(record).nullish(),
  event: z.object({
    type: z.string(),
    channel: z.union([z.string(), record]).optional(),
    user: z.union([z.string(), record]).optional(),
    item: record.optional(),
    subteam: record.optional(),
  }),
});

/** Each throws a ZodError for what Bolt, or the handler behind it, could not read. */
const readers: Readonly<Record<Kind, (body: object) => void>> = {
  command: parseCommand,
  event: (body) => {
    const { type } = envelope.parse(body).event;
    eventBodies.get(type)?.parse(body);
  },
  suggestion: afterSource(parseSuggestion),
  action: afterSource(parseAction),
  view: afterSource(parseView),
  shortcut: afterSource(parseShortcut),
};

function afterSource(parse: (body: object) => unknown): (body: object) => void {
  return (body) => {
    source.parse(body);
    parse(body);
  };
}

function placesOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 5)
    .map(({ path }) => path.join('.'))
    .join(', ');
}
