import { deniedMessage } from '../../../error_message.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import { archivedChoice, archivedList } from '../../../messages/archive/archived_list.ts';
import { statusCard } from '../../../messages/card/status_card.ts';
import { errorTexts } from '../../../messages/error_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { restoreView } from '../../../views/archive/restore_view.ts';
import { appName } from '../../command_words.ts';

/** `/zoom-app restore [app]`: at once, or with a new name where another app has the old one; alone, what can be restored. */
export async function restoreCommand(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  request.hold();
  const { workspaceId, userId: actor } = request.person;
  const text = appName(rest);
  if (text === '') {
    const page = await context.usecases.listArchivedApps({ workspaceId, words: '' });
    return request.reply(archivedList(page, { words: '' }));
  }
  const apps = await context.usecases.findArchivedApps({ workspaceId, text });
  const [only, second] = apps;
  if (only === undefined) return request.reply(errorTexts.notInArchive(text));
  if (second !== undefined) return request.reply(archivedChoice(apps, text));
  if ((await context.usecases.nameTaken({ workspaceId, name: only.name })) !== null)
    return request.open(() => restoreView(only));
  const result = await context.usecases.restoreApp({ workspaceId, actor, appId: only.id });
  if (!result.ok)
    return request.reply(await deniedMessage(context, request.person, result.error, { appId: only.id }));
  await request.reply(statusCard(result.value, context.clock.now(), 'me'));
}
