import type { CommandCall } from '../bolt/calls.ts';
import { helpMessage } from '../messages/help.ts';
import type { Room } from '../room.ts';
import { split } from './words.ts';

/** `/zoom-app help [command]` */
export async function help(_room: Room, call: CommandCall, rest: string): Promise<void> {
  await call.reply(helpMessage('/zoom-app', split(rest).first));
}
