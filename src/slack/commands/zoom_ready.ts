import type { CommandCall } from '../bolt/calls.ts';
import { boardMessage } from '../messages/board.ts';
import { helpMessage } from '../messages/help.ts';
import type { Room } from '../room.ts';
import { filterWords } from './words.ts';

/** `/zoom-ready [words]` */
export async function zoomReady(room: Room, call: CommandCall): Promise<void> {
  call.hold();
  const words = filterWords(call.text);
  if (words.toLowerCase() === 'help') return call.reply(helpMessage('/zoom-ready'));
  const board = await room.usecases.readBoard({ workspaceId: call.person.workspaceId, words });
  await call.reply(boardMessage(board, { words }, room.clock.now()));
}
