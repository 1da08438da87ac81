import type { Room } from '../../handler_context.ts';
import { historyMessage } from '../../messages/lists/history_message.ts';
import type { CommandCall } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app history <app>` */
export async function history(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(room, call, rest, 'history');
  if (card === null) return;
  const { id, name } = card.app;
  const page = await room.usecases.readHistory({ workspaceId: call.person.workspaceId, appId: id });
  await call.reply(historyMessage(page, { id, name }));
}
