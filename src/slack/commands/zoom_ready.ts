import type { HandlerContext } from '../handler_context.ts';
import { helpMessage } from '../messages/help_message.ts';
import { boardMessage } from '../messages/lists/board_message.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { filterWords } from './command_words.ts';

/** `/zoom-ready [words]` */
export async function zoomReady(context: HandlerContext, call: CommandRequest): Promise<void> {
  call.hold();
  const words = filterWords(call.text);
  if (words.toLowerCase() === 'help') return call.reply(helpMessage('/zoom-ready'));
  const board = await context.usecases.readBoard({ workspaceId: call.person.workspaceId, words });
  await call.reply(boardMessage(board, { words }, context.clock.now()));
}
