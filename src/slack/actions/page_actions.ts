import type { MessageView } from '../blocks/block_types.ts';
import type { HandlerContext } from '../handler_context.ts';
import { publishHome } from '../home/publish_home.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import { boardMessage } from '../messages/lists/board_message.ts';
import { historyMessage } from '../messages/lists/history_message.ts';
import { listMessage } from '../messages/lists/list_message.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { historyPageIn, pageIn } from './action_values.ts';

/** Turning a page: in place of the one before. */

export async function turnList(context: HandlerContext, call: ActionRequest): Promise<void> {
  const asked = pageIn(call.value);
  const page = await context.usecases.listZoomApps({ workspaceId: call.person.workspaceId, ...asked });
  await inPlace(call, listMessage(page, asked));
}

export async function turnBoard(context: HandlerContext, call: ActionRequest): Promise<void> {
  const asked = pageIn(call.value);
  if (call.place.kind === 'home') return publishHome(context, call, asked);
  const board = await context.usecases.readBoard({ workspaceId: call.person.workspaceId, ...asked });
  await inPlace(call, boardMessage(board, asked, context.clock.now()));
}

export async function turnHistory(context: HandlerContext, call: ActionRequest): Promise<void> {
  const asked = historyPageIn(call.value);
  const { workspaceId } = call.person;
  const [page, card] = await Promise.all([
    context.usecases.readHistory({ workspaceId, ...asked }),
    context.usecases.readCard({ workspaceId, appId: asked.appId }),
  ]);
  if (card === null) return call.reply(refusalMessages.gone());
  await inPlace(call, historyMessage(page, { id: card.app.id, name: card.app.name }));
}

async function inPlace(call: ActionRequest, message: MessageView): Promise<void> {
  const { place } = call;
  await (place.kind === 'message' && place.ephemeral ? call.replace(message) : call.reply(message));
}
