import { refused } from '../../error_response.ts';
import type { Room } from '../../handler_context.ts';
import { checkNowMessage } from '../../messages/card/check_now_message.ts';
import type { CommandCall } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app check <app>` */
export async function check(room: Room, call: CommandCall, rest: string): Promise<void> {
  const found = await theApp(room, call, rest, 'check');
  if (found === null) return;
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.checkNow({ workspaceId, actor: userId, appId: found.app.id });
  if (!result.ok) return call.reply(refused(result.error, found.app.owners));
  await call.reply(checkNowMessage(result.value, room.clock.now()));
}
