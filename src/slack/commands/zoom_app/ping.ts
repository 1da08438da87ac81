import type { HandlerContext } from '../../handler_context.ts';
import { pingMessage } from '../../messages/ping_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';

/** `/zoom-app ping` */
export async function ping(context: HandlerContext, request: CommandRequest): Promise<void> {
  const [health, slackOk] = await Promise.all([
    context.usecases.readHealth({ workspaceId: request.person.workspaceId }),
    context.slackAnswers(),
  ]);
  await request.reply(pingMessage(health, slackOk, context.clock.now()));
}
