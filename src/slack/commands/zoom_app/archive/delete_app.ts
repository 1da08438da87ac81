import { deniedIn } from '../../../error_message.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import { archivedChoice } from '../../../messages/archive/archived_list.ts';
import { errorTexts } from '../../../messages/error_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { deleteView } from '../../../views/archive/delete_view.ts';
import { appName } from '../../command_words.ts';
import { appCalled, isCalledExactly } from '../named_app.ts';

/** `/zoom-app delete <app>`: a modal asks for the name. An app in use is meant rather than an archived one of the same name. */
export async function deleteCommand(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  request.hold();
  const { workspaceId } = request.person;
  const text = appName(rest);
  if (text === '') return request.reply(errorTexts.appMissing(`${request.command} delete`));
  const found = await context.usecases.findZoomApp({ workspaceId, text });
  const app = found.kind === 'found' ? found.card.app : null;
  // Several archived apps may have the name.
  const isExact = app !== null && (app.archivedAt === null || app.id === text) && isCalledExactly(app, text);
  const some = isExact ? [] : await context.usecases.findArchivedApps({ workspaceId, text });
  const archived = app === null ? some : some.filter((one) => isCalledExactly(one, text));
  const [only, second] = archived;
  if (second !== undefined) return request.reply(archivedChoice(archived, text, 'Show'));
  const card =
    only === undefined
      ? await appCalled(context, request, text)
      : await context.usecases.readCard({ workspaceId, appId: only.id });
  if (card === null) return;
  const denied = await deniedIn(context, request.person, card.app, 'delete');
  if (denied !== null) return request.reply(denied);
  await request.open(() => deleteView(card));
}
