import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  Context,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import { own } from '../../core/own_property.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Log } from '../../log.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { noteOf } from '../messages/text_view.ts';
import { parseAction } from '../requests/action_payload.ts';
import { parseCommand } from '../requests/command_payload.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import type { HomeRequest, Person } from '../requests/requests.ts';
import { parseShortcut } from '../requests/shortcut_payload.ts';
import { parseHomeOpened, parseSuggestion, parseView } from '../requests/view_payload.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import { commandAnswer } from '../responses/command_response.ts';
import { orWriteTo, replyBy } from '../responses/reply.ts';
import { viewRequests } from '../responses/view_requests.ts';
import { Gone } from '../stale_input.ts';
import { actionRequest } from './dispatch_action.ts';
import { commandRequest } from './dispatch_command.ts';
import { shortcutRequest } from './dispatch_shortcut.ts';
import { suggestionAnswer } from './dispatch_suggestion.ts';
import { submitRequest } from './dispatch_view.ts';

/** Sets how the person of a request is reached, where the request came from, when it fails unexpectedly. */
export type ReplyOnError = (context: Context, reply: (message: MessageView) => Promise<unknown>) => void;

export interface DispatchParts {
  readonly handlers: Handlers;
  readonly log: Log;
  readonly support: BlockSupport;
  readonly replyOnError: ReplyOnError;
  readonly supportContact: SupportContact | null;
}

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;
type Of<Kind extends string> = Extract<Arguments, Record<Kind, unknown>>;
type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;
type Submit = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
type Close = SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs;

/** Milliseconds since the request arrived: the time that authorization took counts towards Slack's 3 s. */
type Elapsed = () => number;

/**
 * Dispatches every request of Slack to its handler. Acknowledges first; a submitted view is acknowledged with its response, a
 * command may be. One Bolt middleware for all: Bolt would match a request against every listener, and copy the arguments each
 * time.
 */
export function answerWith(parts: DispatchParts): (args: Arguments, elapsedMs: Elapsed) => Promise<void> {
  return async (args, elapsedMs) => {
    if ('command' in args) await answerCommand(args, parts, elapsedMs());
    else if ('options' in args && isSuggestion(args)) await answerSuggestion(args, parts);
    else if ('action' in args) await answerAction(args, parts);
    else if ('view' in args && isSubmit(args)) await answerSubmit(args, parts, elapsedMs());
    else if ('view' in args && isClose(args)) await answerClose(args, parts);
    else if ('shortcut' in args) await answerShortcut(args, parts);
    else if ('event' in args) await answerEvent(args, parts);
    // A payload of an older surface (dialog, message menu) has no handler: acknowledged at once.
    else if ('ack' in args && args.ack !== undefined) await args.ack();
  };
}

async function answerCommand(
  args: Of<'command'>,
  { handlers, support, replyOnError, supportContact }: DispatchParts,
  elapsedMs: number,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  const payload = parseCommand(body);
  const handler = own(handlers.commands, payload.command);
  if (handler === undefined) {
    // A command of the app's settings in Slack that this version does not have.
    await ack({
      response_type: 'ephemeral',
      text: `Greenroom has no command ${payload.command}. Try \`/zoom-app help\`.`,
    });
    return;
  }
  const { userId } = payload;
  const answer = commandAnswer(
    ack,
    replyBy({ respond, client, userId, support, supportContact }),
    support,
    elapsedMs,
  );
  const request = commandRequest(personOf(context, userId), payload, viewRequests(client, support), answer);
  replyOnError(context, request.reply);
  // Before its first `await` the handler may respond, or hold the acknowledgement for its response.
  await Promise.all([handler(request), answer.acknowledgeUnlessHeld()]);
  await answer.acknowledge();
}

const isSuggestion = (args: Of<'options'>): args is Suggestion => args.body.type === 'block_suggestion';
const isSubmit = (args: Of<'view'>): args is Submit => args.body.type === 'view_submission';
const isClose = (args: Of<'view'>): args is Close => args.body.type === 'view_closed';

async function answerSuggestion(args: Suggestion, { handlers }: DispatchParts): Promise<void> {
  const { ack, body, context } = args;
  const { userId, actionId, ...asked } = parseSuggestion(body);
  const groups =
    (await own(handlers.suggestions, actionId)?.({ person: personOf(context, userId), ...asked })) ?? [];
  await ack(suggestionAnswer(groups));
}

async function answerAction(
  args: Of<'action'>,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  if (body.type !== 'block_actions') return;
  await ack();
  const payload = parseAction(body);
  const { userId } = payload;
  const reply = replyBy({ respond, client, userId, support, supportContact });
  const request = actionRequest(personOf(context, userId), payload, viewRequests(client, support), reply);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, request.reply));
  const handler = own(handlers.actions, payload.actionId);
  if (handler === undefined) log.warn({ actionId: payload.actionId }, 'Nothing answers to this action');
  else await orGone(handler(request), () => request.reply(errorTexts.gone()));
}

async function answerSubmit(
  args: Submit,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
  elapsedMs: number,
): Promise<void> {
  const { ack, body, context, client } = args;
  const payload = parseView(body);
  const { userId } = payload;
  const views = viewRequests(client, support);
  const ways = { ack, views, support, supportContact };
  const { request, show } = submitRequest(personOf(context, userId), payload, ways, elapsedMs);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, show));
  const handler = own(handlers.submits, payload.callbackId);
  const gone = () => request.answer({ kind: 'show', view: noteOf(errorTexts.gone(), 'Not saved') });
  if (handler !== undefined) return orGone(handler(request), gone);
  log.warn({ callbackId: payload.callbackId }, 'Nothing answers to this view');
  await request.answer({ kind: 'close' });
}

async function answerClose({ ack, body, context }: Close, { handlers }: DispatchParts): Promise<void> {
  await ack();
  const payload = parseView(body);
  await own(handlers.closes, payload.callbackId)?.({ ...payload, person: personOf(context, payload.userId) });
}

async function answerShortcut(
  args: Of<'shortcut'>,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  await ack();
  const payload = parseShortcut(body);
  const { userId, callbackId } = payload;
  const reply = replyBy({ respond, client, userId, support, supportContact });
  const ways = { client, support, views: viewRequests(client, support), reply };
  const request = shortcutRequest(personOf(context, userId), payload, ways);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, request.reply));
  const handler = own(handlers.shortcuts, callbackId);
  if (handler === undefined) log.warn({ callbackId }, 'Nothing answers to this shortcut');
  else await handler(request);
}

async function orGone(work: Promise<void>, show: () => Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    await show();
  }
}

async function answerEvent(
  args: Of<'event'>,
  { handlers, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { event, context, client } = args;
  if (event.type !== 'app_home_opened') return;
  const opened = parseHomeOpened(event);
  if (opened === null) return;
  const { userId } = opened;
  const person = personOf(context, userId);
  const publishHome: HomeRequest['publishHome'] = (view) =>
    viewRequests(client, support).publish(userId, view);
  const show = ({ text }: MessageView) =>
    publishHome({ type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
  replyOnError(context, orWriteTo({ client, userId, supportContact }, show));
  await handlers.homeOpened({ person, publishHome });
}

/** `workspaceId` was set by `authorize`. */
function personOf(context: Context, userId: string): Person {
  const workspaceId: unknown = context.workspaceId;
  if (typeof workspaceId !== 'string') throw new Error('a request passed without its workspace');
  return { workspaceId, userId };
}
