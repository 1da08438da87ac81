import type { Room } from '../handler_context.ts';
import { helpMessage } from '../messages/help_message.ts';
import { boardMessage } from '../messages/lists/board_message.ts';
import type { CommandCall } from '../requests/requests.ts';
import { filterWords } from './command_words.ts';

/** `/zoom-ready [words]` */
export async function zoomReady(room: Room, call: CommandCall): Promise<void> {
  call.hold();
  const words = filterWords(call.text);
  if (words.toLowerCase() === 'help') return call.reply(helpMessage('/zoom-ready'));
  const board = await room.usecases.readBoard({ workspaceId: call.person.workspaceId, words });
  await call.reply(boardMessage(board, { words }, room.clock.now()));
}
