import type { Room } from '../../handler_context.ts';
import { pingMessage } from '../../messages/ping_message.ts';
import type { CommandCall } from '../../requests/requests.ts';

/** `/zoom-app ping` */
export async function ping(room: Room, call: CommandCall): Promise<void> {
  const [health, slackOk] = await Promise.all([
    room.usecases.readHealth({ workspaceId: call.person.workspaceId }),
    room.slackAnswers(),
  ]);
  await call.reply(pingMessage(health, slackOk, room.clock.now()));
}
