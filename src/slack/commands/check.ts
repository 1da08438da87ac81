import type { CommandCall } from '../bolt/calls.ts';
import { checkNowMessage } from '../looking.ts';
import { refused } from '../refused.ts';
import type { Room } from '../room.ts';
import { theApp } from './the_app.ts';

/** `/zoom-app check <app>` */
export async function check(room: Room, call: CommandCall, rest: string): Promise<void> {
  const found = await theApp(room, call, rest, 'check');
  if (found === null) return;
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.checkNow({ workspaceId, actor: userId, appId: found.app.id });
  if (!result.ok) return call.reply(refused(result.error, found.app.owners));
  await call.reply(checkNowMessage(result.value, room.clock.now()));
}
