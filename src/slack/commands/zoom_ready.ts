import type { HandlerContext } from '../handler_context.ts';
import { helpMessage } from '../messages/help_message.ts';
import { boardMessage } from '../messages/lists/board_message.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { filterWords } from './command_words.ts';

/** `/zoom-ready [words]` */
export async function zoomReady(context: HandlerContext, request: CommandRequest): Promise<void> {
  request.hold();
  const words = filterWords(request.text);
  if (words.toLowerCase() === 'help')
    return request.reply(helpMessage('/zoom-ready', '', context.supportContact));
  const board = await context.usecases.readBoard({ workspaceId: request.person.workspaceId, words });
  await request.reply(boardMessage(board, { words }, context.clock.now()));
}
