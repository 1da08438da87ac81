import { secretIn } from '../../core/secrets/find_secrets.ts';
import type { HandlerContext } from '../handler_context.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { introduceInAnswer } from './introduce_in_answer.ts';
import { zoomApp } from './zoom_app/zoom_app.ts';
import { zoomReady } from './zoom_ready.ts';
import { zoomScopes } from './zoom_scopes/zoom_scopes.ts';

export function commandHandlers(context: HandlerContext): Pick<Handlers, 'commands'> {
  const introducing = introduceInAnswer(context, new Set());
  return {
    commands: {
      '/zoom-app': withoutSecrets((request) => zoomApp(context, introducing(request))),
      '/zoom-scopes': withoutSecrets((request) => zoomScopes(context, introducing(request))),
      '/zoom-ready': withoutSecrets((request) => zoomReady(context, introducing(request))),
    },
  };
}

/** A typed command stands in Slack's logs: what looks like a secret is refused before anything is done with it. */
function withoutSecrets(command: (request: CommandRequest) => Promise<void>) {
  return async (request: CommandRequest): Promise<void> => {
    if (secretIn(request.text) !== null) await request.reply(errorTexts.secretTyped());
    else await command(request);
  };
}
