import { channel } from '../blocks/text.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { channelIdIn } from './action_values.ts';

/** "I invited it", "Try again now": a person says that a channel takes messages again. */
export async function invited(context: HandlerContext, call: ActionRequest): Promise<void> {
  const channelId = channelIdIn(call.value);
  const { workspaceId, userId } = call.person;
  await context.usecases.resumeChannel({ workspaceId, channelId, actor: userId });
  await call.reply({
    text: `Thank you. Greenroom posts what is waiting for ${channel(channelId)} now; should it still not get in, it says so again.`,
    blocks: [],
  });
}
