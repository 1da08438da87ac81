import type { CommandCall } from '../bolt/calls.ts';
import { pingMessage } from '../messages/ping.ts';
import type { Room } from '../room.ts';

/** `/zoom-app ping` */
export async function ping(room: Room, call: CommandCall): Promise<void> {
  const [health, slackOk] = await Promise.all([
    room.usecases.readHealth({ workspaceId: call.person.workspaceId }),
    room.slackAnswers(),
  ]);
  await call.reply(pingMessage(health, slackOk, room.clock.now()));
}
