import type { HandlerContext } from '../handler_context.ts';
import { helpMessage } from '../messages/help_message.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { split } from './command_words.ts';

/** `/zoom-app help [command]` */
export async function help(
  { supportContact }: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  await request.reply(helpMessage('/zoom-app', split(rest).first, supportContact));
}
