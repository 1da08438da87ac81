import type { HandlerContext } from '../../handler_context.ts';
import { historyMessage } from '../../messages/lists/history_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app history <app>` */
export async function history(context: HandlerContext, call: CommandRequest, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(context, call, rest, 'history');
  if (card === null) return;
  const { id, name } = card.app;
  const page = await context.usecases.readHistory({ workspaceId: call.person.workspaceId, appId: id });
  await call.reply(historyMessage(page, { id, name }));
}
