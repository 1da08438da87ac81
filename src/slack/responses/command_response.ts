import type { AckFn, RespondArguments } from '@slack/bolt';
import type { BlockSupport } from './block_support.ts';
import type { Reply, ReplyMessage } from './reply.ts';

/** Slack gives up after 3 s; the way there and back takes some of them. */
const HOLD_MS = 2_000;

/**
 * The acknowledgement of a command and its answer. A message that is there in time is the acknowledgement: one request less, and
 * the person sees it at once. Later messages go to the response_url.
 */
export interface CommandAnswer {
  /** From now on the acknowledgement waits for a message, 2 s at most. */
  hold(): void;
  send(message: ReplyMessage): Promise<void>;
  /** Without a message, if that has not been done yet. */
  acknowledge(): Promise<void>;
  /** The same, unless it is held. */
  acknowledgeUnlessHeld(): Promise<void>;
}

/** A message with blocks that Slack may refuse goes to the response_url: a refused acknowledgement is told to nobody. */
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
      // A line that is cut by then has no use for it; the message still goes to the response_url.
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
