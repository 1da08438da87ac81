import { actionListeners } from './actions/action_handlers.ts';
import { commandListeners } from './commands/command_handlers.ts';
import type { HandlerContext } from './handler_context.ts';
import { publishHome } from './home/publish_home.ts';
import type { Listeners } from './requests/listeners.ts';
import { modalListeners } from './views/view_handlers.ts';

/** The handlers of everything a person can do in Slack; for `Slack.listen`. */
export function createListeners(context: HandlerContext): Listeners {
  const modals = modalListeners(context);
  return {
    ...commandListeners(context),
    ...modals,
    actions: { ...actionListeners(context), ...modals.actions },
    homeOpened: (call) => publishHome(context, call),
  };
}
