import type { HandlerContext } from '../handler_context.ts';
import type { ChannelJoined } from '../requests/requests.ts';

/** Greenroom was added to a channel: it says what it is, once, and posts what has waited for it there. */
export async function channelJoined(context: HandlerContext, joined: ChannelJoined): Promise<void> {
  const { workspaceId, channelId } = joined;
  await context.usecases.introduceInChannel(joined);
  await context.usecases.resumeChannel({ workspaceId, channelId });
}
