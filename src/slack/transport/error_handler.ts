import { randomBytes } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
// T17: without the explicit type, `extendedErrorHandler` picks the wrong overload.
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';
import type { MessageView } from '../blocks/block_types.ts';
import type { ReplyOnError } from '../dispatch/dispatch_parts.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { NoteRequest } from '../requests/requests.ts';
import { refusalOf } from '../web_api/refused_tokens.ts';
import { isTriggerGone } from '../web_api/slack_refusals.ts';

/**
 * The one handler of unexpected errors (T18): the log line and the error text for the person share a reference id. Returns the
 * function with which dispatch sets how the person is reached.
 */
export function handleErrors(
  app: App,
  log: Log,
  noteFailure: NoteRequest,
  onTokenRefused: () => void,
): ReplyOnError {
  app.error(async ({ error, context, body }: ExtendedErrorHandlerArgs) => {
    noteFailure(body);
    const reference = randomBytes(4).toString('hex');
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    if (refusalOf(cause) !== null) onTokenRefused();
    log.error({ reference, err: cause, payload: 'type' in body ? body.type : 'command' }, 'A request failed');
    await replyOf(context)?.(messageFor(cause, reference)).catch((failure: unknown) =>
      log.warn({ reference, err: failure }, 'The person could not be told'),
    );
  });
  return (context, reply) => {
    context[REPLY] = reply;
  };
}

/** Where Bolt's context of a request, which lives as long as it does, keeps how its person is reached. */
const REPLY = 'replyOnError';
const replyOf = (context: Context): Parameters<ReplyOnError>[1] | undefined => context[REPLY];

function messageFor(error: Error, reference: string): MessageView {
  if (isTriggerGone(error))
    return { text: 'Slack did not open the window in time. Please try again.', blocks: [] };
  if (error instanceof WebAPIPlatformError) return errorTexts.notShown(error.data.error, reference);
  return isDatabaseDown(error) ? errorTexts.databaseDown(reference) : errorTexts.unexpected(reference);
}
