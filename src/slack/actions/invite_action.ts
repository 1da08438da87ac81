import { channel } from '../blocks/text.ts';
import type { Room } from '../handler_context.ts';
import type { ActionCall } from '../requests/requests.ts';
import { channelIdIn } from './action_values.ts';

/** "I invited it", "Try again now": somebody says that a channel takes messages again. */
export async function invited(room: Room, call: ActionCall): Promise<void> {
  const channelId = channelIdIn(call.value);
  const { workspaceId, userId } = call.person;
  await room.usecases.resumeChannel({ workspaceId, channelId, actor: userId });
  await call.reply({
    text: `Thank you. Greenroom posts what is waiting for ${channel(channelId)} now; should it still not get in, it says so again.`,
    blocks: [],
  });
}
