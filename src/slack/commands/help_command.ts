import type { Room } from '../handler_context.ts';
import { helpMessage } from '../messages/help_message.ts';
import type { CommandCall } from '../requests/requests.ts';
import { split } from './command_words.ts';

/** `/zoom-app help [command]` */
export async function help(_room: Room, call: CommandCall, rest: string): Promise<void> {
  await call.reply(helpMessage('/zoom-app', split(rest).first));
}
