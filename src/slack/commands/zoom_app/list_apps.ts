import { memoizeByObject } from '../../../concurrency/memoize.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { archivedList } from '../../messages/archive/archived_list.ts';
import { listMessage } from '../../messages/lists/list_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { appName, filterWords, split } from '../command_words.ts';

/** `/zoom-app list [words]`; `list archived [beginning]` shows those that are archived. */
export async function list(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { first, rest: beginning } = split(rest);
  if (first === 'archived') {
    const words = appName(beginning);
    const archived = await context.usecases.listArchivedApps({
      workspaceId: request.person.workspaceId,
      words,
    });
    return request.reply(archivedList(archived, { words }));
  }
  const words = filterWords(rest);
  const page = await context.usecases.listZoomApps({ workspaceId: request.person.workspaceId, words });
  await request.reply(drawn(page, words));
}

/** Concurrent requests for the same page share one query and one message. */
const drawn = memoizeByObject((page: Parameters<typeof listMessage>[0], words: string) =>
  listMessage(page, { words }),
);
