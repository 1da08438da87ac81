import type { HandlerContext } from '../../handler_context.ts';
import { historyMessage } from '../../messages/lists/history_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app history <app>` */
export async function history(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const card = await theApp(context, request, rest, 'history');
  if (card === null) return;
  const { id, name } = card.app;
  const page = await context.usecases.readHistory({ workspaceId: request.person.workspaceId, appId: id });
  await request.reply(historyMessage(page, { id, name }));
}
