import { actionHandlers } from './actions/action_handlers.ts';
import { channelClosed } from './channels/channel_closed.ts';
import { channelJoined } from './channels/channel_joined.ts';
import { commandHandlers } from './commands/command_handlers.ts';
import type { HandlerContext } from './handler_context.ts';
import { openHome } from './home/publish_home.ts';
import type { Handlers } from './requests/handlers_by_name.ts';
import { shortcutHandlers } from './shortcuts/shortcut_handlers.ts';
import { viewHandlers } from './views/view_handlers.ts';

/** The handlers of everything a person can do in Slack; for `Slack.listen`. */
export function createHandlers(context: HandlerContext): Handlers {
  const views = viewHandlers(context);
  return {
    ...commandHandlers(context),
    ...views,
    actions: { ...actionHandlers(context), ...views.actions },
    shortcuts: shortcutHandlers(context),
    homeOpened: (request) => openHome(context, request),
    channelJoined: (joined) => channelJoined(context, joined),
    channelClosed: (closed) => channelClosed(context, closed),
  };
}
