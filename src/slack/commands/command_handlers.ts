import { secretIn } from '../../core/secrets/find_secrets.ts';
import type { HandlerContext } from '../handler_context.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import type { Listeners } from '../requests/listeners.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { zoomApp } from './zoom_app/zoom_app.ts';
import { zoomReady } from './zoom_ready.ts';
import { zoomScopes } from './zoom_scopes/zoom_scopes.ts';

export function commandListeners(context: HandlerContext): Pick<Listeners, 'commands'> {
  return {
    commands: {
      '/zoom-app': withoutSecrets((call) => zoomApp(context, call)),
      '/zoom-scopes': withoutSecrets((call) => zoomScopes(context, call)),
      '/zoom-ready': withoutSecrets((call) => zoomReady(context, call)),
    },
  };
}

/** A typed command stands in Slack's logs: what looks like a secret is refused before anything is done with it. */
function withoutSecrets(command: (call: CommandRequest) => Promise<void>) {
  return async (call: CommandRequest): Promise<void> => {
    if (secretIn(call.text) !== null) await call.reply(refusalMessages.secretTyped());
    else await command(call);
  };
}
