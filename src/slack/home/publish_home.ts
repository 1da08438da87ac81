import type { HandlerContext } from '../handler_context.ts';
import type { AskedPage } from '../messages/lists/asked_page.ts';
import type { HomeRequest } from '../requests/requests.ts';
import { homeView } from './home_view.ts';

/** Draws App Home for one person from the present state. */
export async function publishHome(
  context: HandlerContext,
  request: HomeRequest,
  asked: AskedPage = { words: '' },
): Promise<void> {
  const { workspaceId, userId } = request.person;
  const [board, mine, draft, secrets] = await Promise.all([
    context.usecases.readBoard({ workspaceId, ...asked }),
    context.usecases.listZoomApps({ workspaceId, words: `<@${userId}>` }),
    context.usecases.readDraft({ workspaceId, actor: userId }),
    context.usecases.readSecretsPolicy({ workspaceId, actor: userId }),
  ]);
  await request.publishHome(
    homeView({
      board,
      mine: mine.lines,
      moreMine: mine.next !== null,
      draft,
      isAdmin: secrets.mayDecide,
      me: userId,
      asked,
      now: context.clock.now(),
      supportContact: context.supportContact ?? null,
    }),
  );
}
