import type { CommandCall } from '../bolt/calls.ts';
import { historyMessage } from '../messages/history.ts';
import type { Room } from '../room.ts';
import { theApp } from './the_app.ts';

/** `/zoom-app history <app>` */
export async function history(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(room, call, rest, 'history');
  if (card === null) return;
  const { id, name } = card.app;
  const page = await room.usecases.readHistory({ workspaceId: call.person.workspaceId, appId: id });
  await call.reply(historyMessage(page, { id, name }));
}
