import type { HandlerContext } from '../handler_context.ts';
import type { ChannelClosed } from '../requests/requests.ts';

/** Greenroom can post in a channel no more: its watches pause, and whom it concerns reads it before a message waits. */
export async function channelClosed(context: HandlerContext, closed: ChannelClosed): Promise<void> {
  // Members leave an archived channel too, and an invitation would not open it.
  const unlessPaused = closed.why === 'not_in_channel';
  await context.usecases.pauseWatches({ ...closed, ...(unlessPaused ? { unlessPaused } : {}) });
}
