import type { HandlerContext } from '../handler_context.ts';
import { shortcutIds } from '../manifest.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import { registerView } from '../views/register/open_registration.ts';
import { checkMessage } from './check_message.ts';

/** The shortcuts of the manifest, from the search bar and from the menu of a message. */
export function shortcutHandlers(context: HandlerContext): Handlers['shortcuts'] {
  return {
    [shortcutIds.register]: async (request) => request.open(await registerView(context, request.person, {})),
    [shortcutIds.checkMessage]: (request) => checkMessage(context, request),
  };
}
