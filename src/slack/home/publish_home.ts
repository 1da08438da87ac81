import type { Introduction } from '../../usecases/introductions/introduce.ts';
import type { Admins } from '../../usecases/roles/admins.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { AskedPage } from '../messages/lists/asked_page.ts';
import type { HomeRequest } from '../requests/requests.ts';
import { introduced } from '../responses/introduced.ts';
import { archivedIn } from './home_filter.ts';
import { homeView } from './home_view.ts';

/** App Home was opened. The first time it says what Greenroom is. */
export async function openHome(context: HandlerContext, request: HomeRequest): Promise<void> {
  const { workspaceId, userId } = request.person;
  const introduction = await introduced(context, workspaceId, userId);
  await publishHome(context, request, { words: '' }, introduction ?? null);
}

/** More come up as these are done. */
const mostWaiting = 10;

/** Draws App Home for one person from the present state. */
export async function publishHome(
  context: HandlerContext,
  request: HomeRequest,
  asked: AskedPage = { words: '' },
  introduction: Introduction | null = null,
): Promise<void> {
  const { workspaceId, userId } = request.person;
  const beginning = archivedIn(asked.words);
  const { after } = asked;
  const [board, archived, mine, draft, waiting, admins] = await Promise.all([
    context.usecases.readBoard({ workspaceId, ...(beginning === null ? asked : { words: '' }) }),
    beginning === null ? null : context.usecases.listArchivedApps({ workspaceId, words: beginning, after }),
    context.usecases.listZoomApps({ workspaceId, words: `<@${userId}>` }),
    context.usecases.readDraft({ workspaceId, actor: userId }),
    context.usecases.readWaiting({ workspaceId, userId, limit: mostWaiting }),
    context.usecases.readAdmins({ workspaceId, actor: userId }),
  ]);
  await request.publishHome(
    homeView({
      board,
      archived,
      mine: mine.lines,
      moreMine: mine.next !== null,
      draft,
      waiting,
      isAdmin: isAdmin(admins.me),
      me: userId,
      asked,
      now: context.clock.now(),
      supportContact: context.supportContact ?? null,
      introduction,
    }),
  );
}

/** Null: nobody is named, and Slack does not say. */
function isAdmin(me: Admins['me']): boolean | null {
  if (me.ok) return true;
  return me.error === 'admin_unknown' ? null : false;
}
