import { channel } from '../blocks/text.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { channelIdIn } from './action_values.ts';

/** "I invited it", "Try again now": a person says that a channel takes messages again. */
export async function invited(context: HandlerContext, request: ActionRequest): Promise<void> {
  const channelId = channelIdIn(request.value);
  const { workspaceId, userId } = request.person;
  await context.usecases.resumeChannel({ workspaceId, channelId, actor: userId });
  await request.reply({
    text: `Thank you. Greenroom posts what is waiting for ${channel(channelId)} now; should Slack still not take it, the message above says so.`,
    blocks: [],
  });
}
