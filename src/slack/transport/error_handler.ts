import { randomBytes } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
// T17: without the explicit type, `extendedErrorHandler` picks the wrong overload.
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import { refusalOf } from '../web_api/refused_tokens.ts';
import type { NoteRequest } from './measure_requests.ts';

/** How to reach the person where the request came from: set by the dispatch on Bolt's context of each request. */
type Show = (message: MessageView) => Promise<unknown>;

const responders = new WeakMap<object, Show>();

export function whenInTrouble(context: Context, show: Show): void {
  responders.set(context, show);
}

/** The one handler of unexpected errors (T18): the log line and the error text for the person share a reference id. */
export function answerTrouble(
  app: App,
  log: Log,
  noteFailure: NoteRequest,
  onTokenRefused: () => void,
): void {
  app.error(async ({ error, context, body }: ExtendedErrorHandlerArgs) => {
    noteFailure(body);
    const reference = randomBytes(4).toString('hex');
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    if (refusalOf(cause) !== null) onTokenRefused();
    log.error({ reference, err: cause, payload: 'type' in body ? body.type : 'command' }, 'A request failed');
    await responders
      .get(context)?.(messageFor(cause, reference))
      .catch((failure: unknown) => log.warn({ reference, err: failure }, 'The person could not be told'));
  });
}

function messageFor(error: Error, reference: string): MessageView {
  if (isTriggerGone(error))
    return { text: 'Slack did not open the window in time. Please try again.', blocks: [] };
  if (error instanceof WebAPIPlatformError) return refusalMessages.notShown(error.data.error, reference);
  return isDatabaseDown(error)
    ? refusalMessages.databaseDown(reference)
    : refusalMessages.unexpected(reference);
}

/** A trigger id lives 3 s; later the modal cannot be opened any more. */
function isTriggerGone(error: Error): boolean {
  return error instanceof WebAPIPlatformError && /^(expired|exchanged)_trigger_id$/.test(error.data.error);
}
