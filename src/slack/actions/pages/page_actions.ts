import type { MessageView } from '../../blocks/block_types.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { wordsOfFilter } from '../../home/home_filter.ts';
import { publishHome } from '../../home/publish_home.ts';
import { boardMessage } from '../../messages/lists/board_message.ts';
import { listMessage } from '../../messages/lists/list_message.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { pageIn } from '../action_values.ts';

/** Turning a page: in place of the one before. */

export async function turnList(context: HandlerContext, request: ActionRequest): Promise<void> {
  const asked = pageIn(request.value);
  const page = await context.usecases.listZoomApps({ workspaceId: request.person.workspaceId, ...asked });
  await inPlace(request, listMessage(page, asked));
}

export async function turnBoard(context: HandlerContext, request: ActionRequest): Promise<void> {
  const asked = pageIn(request.value);
  if (request.place.kind === 'home') return publishHome(context, request, asked);
  const board = await context.usecases.readBoard({ workspaceId: request.person.workspaceId, ...asked });
  await inPlace(request, boardMessage(board, asked, context.clock.now()));
}

/** A field of App Home's filter: both are read. */
export async function filterHome(context: HandlerContext, request: ActionRequest): Promise<void> {
  if (request.place.kind !== 'home') return;
  await publishHome(context, request, { words: wordsOfFilter(request.place.typed) });
}

export async function inPlace(request: ActionRequest, message: MessageView): Promise<void> {
  const { place } = request;
  await (place.kind === 'message' && place.ephemeral ? request.replace(message) : request.reply(message));
}
