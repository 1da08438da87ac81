import type { Room } from '../handler_context.ts';
import type { HomeCall } from '../requests/requests.ts';
import { homeView } from './home_view.ts';

interface Shown {
  readonly words: string;
  readonly after?: string;
}

/** Draws App Home for one person, from what is true now. */
export async function publishHome(room: Room, call: HomeCall, asked: Shown = { words: '' }): Promise<void> {
  const { workspaceId, userId } = call.person;
  const [board, mine, draft] = await Promise.all([
    room.usecases.readBoard({ workspaceId, ...asked }),
    room.usecases.listZoomApps({ workspaceId, words: `<@${userId}>` }),
    room.usecases.readDraft({ workspaceId, actor: userId }),
  ]);
  await call.publishHome(
    homeView({
      board,
      mine: mine.lines,
      moreMine: mine.next !== null,
      draft,
      me: userId,
      asked,
      now: room.clock.now(),
    }),
  );
}
