import type { App } from '@slack/bolt';
import { z } from 'zod';
import { parseAction } from './action_payload.ts';
import { parseCommand } from './command_payload.ts';
import { parseHomeOpened, parseSuggestion, parseView } from './view_payload.ts';

/** A body that no request of Slack has. The HTTP receiver answers 400; over a socket there is nobody to tell. */
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
 * Judges every body before Bolt reads it, over both transports. Bolt reads fields of objects that may not be there, and
 * throws where nobody can tell whose mistake it was; a listener that cannot parse its payload leaves Slack without an
 * answer for three seconds. What Greenroom has no listener for is acknowledged at once.
 */
export function refuseMalformed(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const kind = kindOf(event.body);
    if (kind === null) throw new MalformedRequest('request without a type');
    if (kind === 'other') return void (await event.ack());
    const parsed = kinds[kind].safeParse(event.body);
    if (!parsed.success) throw new MalformedRequest(`${kind}: ${placesOf(parsed.error)}`);
    await process(event);
  };
}

type Kind = 'command' | 'event' | 'suggestion' | 'action' | 'view';

const handledEvents: ReadonlySet<unknown> = new Set(['app_home_opened', 'app_uninstalled', 'tokens_revoked']);

/** In the order in which Bolt decides (`getTypeAndConversation`); null for what has no type at all. */
function kindOf(body: Readonly<Record<string, unknown>>): Kind | 'other' | null {
  const { event, command, type } = body;
  if (event !== undefined) return isHandled(event) ? 'event' : 'other';
  if (command !== undefined) return 'command';
  if (type === 'block_suggestion') return 'suggestion';
  if (type === 'block_actions') return 'action';
  if (type === 'view_submission' || type === 'view_closed') return 'view';
  return typeof type === 'string' ? 'other' : null;
}

function isHandled(event: unknown): boolean {
  const type = z.object({ type: z.string() }).safeParse(event);
  // An event without a type is malformed, not somebody else's.
  return !type.success || handledEvents.has(type.data.type);
}

const record = z.looseObject({});
/** What Bolt reads of every interactive payload. */
const source = z.object({
  user: record,
  team: record.nullish(),
  enterprise: record.nullish(),
  channel: record.optional(),
});

/** `parse` throws a ZodError for what it cannot read. */
function readableBy(parse: (body: unknown) => unknown): z.ZodType {
  return z.unknown().superRefine((body, context) => {
    try {
      parse(body);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    }
  });
}

const kinds: Readonly<Record<Kind, z.ZodType>> = {
  command: readableBy(parseCommand),
  event: z.object({
    authorizations: z.array(record).nullish(),
    event: z.intersection(
      z.object({
        type: z.string(),
        channel: z.union([z.string(), record]).optional(),
        user: z.union([z.string(), record]).optional(),
        item: record.optional(),
        subteam: record.optional(),
      }),
      readableBy((event) => {
        if (isHomeOpened(event)) parseHomeOpened(event);
      }),
    ),
  }),
  suggestion: z.intersection(source, readableBy(parseSuggestion)),
  action: z.intersection(source, readableBy(parseAction)),
  view: z.intersection(source, readableBy(parseView)),
};

function isHomeOpened(event: unknown): boolean {
  return z.object({ type: z.literal('app_home_opened') }).safeParse(event).success;
}

function placesOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 5)
    .map(({ path }) => path.join('.'))
    .join(', ');
}
