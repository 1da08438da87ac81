import type { AckFn, RespondArguments } from '@slack/bolt';
import type { BlockSupport } from './block_support.ts';
import type { Reply, ReplyMessage } from './reply.ts';

/** Slack gives up after 3 s; this leaves time for the way there and back. */
const HOLD_MS = 2_000;

/**
 * The acknowledgement of a command and its response. A message that is ready in time is sent as the acknowledgement: one
 * request less, and the person sees it at once. Later messages are sent to the response_url.
 */
export interface CommandAnswer {
  /** From now on the acknowledgement waits for a message, 2 s at most. */
  hold(): void;
  send(message: ReplyMessage): Promise<void>;
  /** Acknowledges without a message, if that has not been done yet. */
  acknowledge(): Promise<void>;
  /** The same, unless it is held. */
  acknowledgeUnlessHeld(): Promise<void>;
}

/** A message with blocks that Slack may refuse goes to the response_url: the refusal of an acknowledgement is not reported. */
export function commandAnswer(
  ack: AckFn<RespondArguments>,
  reply: Reply,
  support: Pick<BlockSupport, 'settled'>,
): CommandAnswer {
  let isAcknowledged = false;
  let timer: NodeJS.Timeout | null = null;
  const acknowledge = async (message?: ReplyMessage): Promise<void> => {
    if (isAcknowledged) return;
    isAcknowledged = true;
    if (timer !== null) clearTimeout(timer);
    await ack(message);
  };
  return {
    hold() {
      // If the connection is lost by then, the message is still sent to the response_url.
      if (!isAcknowledged) timer ??= setTimeout(() => void acknowledge().catch(() => {}), HOLD_MS);
    },
    async send(message) {
      const settled = support.settled(message);
      if (!isAcknowledged && settled !== null) return acknowledge(settled);
      await acknowledge();
      await reply(message);
    },
    acknowledge: () => acknowledge(),
    acknowledgeUnlessHeld: async () => (timer === null ? acknowledge() : undefined),
  };
}
