import type { App, Context, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { actionCall } from './bind_action.ts';
import { commandCall } from './bind_command.ts';
import { suggestionAnswer } from './bind_suggestion.ts';
import { submitCall } from './bind_view.ts';
import type {
  ActionCall,
  CloseCall,
  CommandCall,
  HomeCall,
  Person,
  SubmitCall,
  SuggestCall,
  SuggestionGroup,
} from './calls.ts';
import { commandAnswer } from './command_answer.ts';
import { gently } from './gently.ts';
import { parseAction } from './payloads/action.ts';
import { parseCommand } from './payloads/command.ts';
import { parseHomeOpened, parseSuggestion, parseView } from './payloads/view.ts';
import { whenInTrouble } from './trouble.ts';

/** What answers to what: by slash command, by `action_id` without its `#` part, by `callback_id`. */
export interface Listeners {
  readonly commands: Readonly<Record<string, (call: CommandCall) => Promise<void>>>;
  readonly actions: Readonly<Record<string, (call: ActionCall) => Promise<void>>>;
  readonly submits: Readonly<Record<string, (call: SubmitCall) => Promise<void>>>;
  readonly closes: Readonly<Record<string, (call: CloseCall) => Promise<void>>>;
  readonly suggestions: Readonly<Record<string, (call: SuggestCall) => Promise<readonly SuggestionGroup[]>>>;
  readonly homeOpened: (call: HomeCall) => Promise<void>;
}

/** Hands everything Slack sends to its listener. Acknowledges first; a submitted view is acknowledged by its answer, a command may be. */
export function bindListeners(app: App, listeners: Listeners, log: Log): void {
  bindCommands(app, listeners);
  bindActions(app, listeners, log);
  bindViews(app, listeners, log);
  bindSuggestions(app, listeners);
  bindHome(app, listeners);
}

function bindHome(app: App, { homeOpened }: Listeners): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    const opened = parseHomeOpened(event);
    if (opened === null) return;
    const person = personOf(context, opened.userId);
    const publishHome: HomeCall['publishHome'] = (view) =>
      gently(() => client.views.publish({ user_id: person.userId, view }));
    whenInTrouble(context, ({ text }) =>
      publishHome({ type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
    );
    await homeOpened({ person, publishHome });
  });
}

function bindCommands(app: App, { commands }: Listeners): void {
  // One listener for all of them: Bolt runs through every one for every request.
  app.command(/^/, async ({ ack, body, context, client, respond }) => {
    const payload = parseCommand(body);
    const listener = Object.hasOwn(commands, payload.command) ? commands[payload.command] : undefined;
    if (listener === undefined) return;
    const answer = commandAnswer(ack, respond);
    const call = commandCall(personOf(context, payload.userId), payload, client, answer);
    whenInTrouble(context, call.reply);
    // Until its first wait the listener may answer, or hold the acknowledgement for its answer.
    await Promise.all([listener(call), answer.acknowledgeUnlessHeld()]);
    await answer.acknowledge();
  });
}

function bindActions(app: App, { actions }: Listeners, log: Log): void {
  app.action(/^/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const payload = parseAction(body);
    const call = actionCall(personOf(context, payload.userId), payload, client, respond);
    whenInTrouble(context, call.reply);
    const listener = actions[payload.actionId];
    if (listener === undefined) log.warn({ actionId: payload.actionId }, 'Nothing answers to this action');
    else await listener(call);
  });
}

function bindViews(app: App, { submits, closes }: Listeners, log: Log): void {
  app.view<ViewSubmitAction>(
    { callback_id: /^/, type: 'view_submission' },
    async ({ ack, body, context, client }) => {
      const payload = parseView(body);
      const { call, tell } = submitCall(personOf(context, payload.userId), payload, ack, client);
      whenInTrouble(context, tell);
      const listener = submits[payload.callbackId];
      if (listener !== undefined) return listener(call);
      log.warn({ callbackId: payload.callbackId }, 'Nothing answers to this view');
      await call.answer({ kind: 'close' });
    },
  );
  app.view<ViewClosedAction>({ callback_id: /^/, type: 'view_closed' }, async ({ ack, body, context }) => {
    await ack();
    const payload = parseView(body);
    await closes[payload.callbackId]?.({ ...payload, person: personOf(context, payload.userId) });
  });
}

function bindSuggestions(app: App, { suggestions }: Listeners): void {
  app.options<'block_suggestion'>(/^/, async ({ ack, body, context }) => {
    const { userId, actionId, ...asked } = parseSuggestion(body);
    const groups = (await suggestions[actionId]?.({ person: personOf(context, userId), ...asked })) ?? [];
    await ack(suggestionAnswer(groups));
  });
}

/** `workspaceId` was put there by our own authorization. */
function personOf(context: Context, userId: string): Person {
  const workspaceId: unknown = context.workspaceId;
  if (typeof workspaceId !== 'string') throw new Error('a request passed without its workspace');
  return { workspaceId, userId };
}
