import { secretIn } from '../../core/secrets/find_secrets.ts';
import type { Listeners } from '../dispatch/dispatch.ts';
import type { Room } from '../handler_context.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import type { CommandCall } from '../requests/requests.ts';
import { zoomApp } from './zoom_app/zoom_app.ts';
import { zoomReady } from './zoom_ready.ts';
import { zoomScopes } from './zoom_scopes/zoom_scopes.ts';

export function commandListeners(room: Room): Pick<Listeners, 'commands'> {
  return {
    commands: {
      '/zoom-app': withoutSecrets((call) => zoomApp(room, call)),
      '/zoom-scopes': withoutSecrets((call) => zoomScopes(room, call)),
      '/zoom-ready': withoutSecrets((call) => zoomReady(room, call)),
    },
  };
}

/** A typed command stands in Slack's logs: what looks like a secret is refused before anything is done with it. */
function withoutSecrets(command: (call: CommandCall) => Promise<void>) {
  return async (call: CommandCall): Promise<void> => {
    if (secretIn(call.text) !== null) await call.reply(refusalMessages.secretTyped());
    else await command(call);
  };
}
