import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { refusalMessages } from '../../messages/error_texts.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { appName } from '../command_words.ts';

/** The app that a command names; null after an error text was sent. */
export async function theApp(
  context: HandlerContext,
  call: CommandRequest,
  typed: string,
  subcommand: string,
): Promise<ZoomAppCard | null> {
  const text = appName(typed);
  if (text === '') {
    await call.reply(refusalMessages.appMissing(`${call.command} ${subcommand}`));
    return null;
  }
  const found = await context.usecases.findZoomApp({ workspaceId: call.person.workspaceId, text });
  if (found.kind === 'found') return found.card;
  const answer =
    found.kind === 'several'
      ? refusalMessages.several(text, found.names)
      : refusalMessages.notFound(text, found.suggestions, found.any);
  await call.reply(answer);
  return null;
}

/** The same, for commands that only owners may use. The use case checks it again. */
export async function myApp(
  context: HandlerContext,
  call: CommandRequest,
  typed: string,
  subcommand: string,
): Promise<ZoomAppCard | null> {
  const card = await theApp(context, call, typed, subcommand);
  if (card === null) return null;
  if (card.app.archivedAt !== null) {
    await call.reply(refusalMessages.archived());
    return null;
  }
  if (card.app.owners.includes(call.person.userId)) return card;
  await call.reply(refusalMessages.notOwner(card.app.owners));
  return null;
}
