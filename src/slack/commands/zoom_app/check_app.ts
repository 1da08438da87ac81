import { errorMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { checkNowMessage } from '../../messages/card/check_now_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app check <app>` */
export async function check(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  const found = await theApp(context, request, rest, 'check');
  if (found === null) return;
  const { workspaceId, userId } = request.person;
  const result = await context.usecases.checkNow({ workspaceId, actor: userId, appId: found.app.id });
  if (!result.ok) return request.reply(errorMessage(result.error, found.app.owners));
  await request.reply(checkNowMessage(result.value, context.clock.now()));
}
