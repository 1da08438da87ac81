import type { AckFn, RespondArguments } from '@slack/bolt';
import type { BlockSupport } from './block_support.ts';
import type { Reply, ReplyMessage } from './reply.ts';

/** Slack gives up 3 s after it sent a command; this leaves time for the way there and back. */
export const HOLD_MS = 2_000;

/**
 * The acknowledgement of a command and its response. A message that is ready in time is sent as the acknowledgement: one
 * request less, and the person sees it at once. Later messages are sent to the response_url.
 */
export interface CommandAnswer {
  /** From now on the acknowledgement waits for a message, until 2 s after the command arrived at most. */
  hold(): void;
  send(message: ReplyMessage): Promise<void>;
  /** Acknowledges without a message, if that has not been done yet. Never rejects. */
  acknowledge(): Promise<void>;
  /** The same, unless it is held. */
  acknowledgeUnlessHeld(): Promise<void>;
}

/**
 * A message with blocks that Slack may refuse goes to the response_url: the refusal of an acknowledgement is not reported.
 * `elapsedMs`: how long ago the command arrived.
 *
 * An acknowledgement that cannot be sent any more (the connection was lost) is logged by the transport and ends nothing: the
 * message goes to the response_url, and a view still opens with its trigger.
 */
export function commandAnswer(
  ack: AckFn<RespondArguments>,
  reply: Reply,
  support: Pick<BlockSupport, 'settled'>,
  elapsedMs = 0,
): CommandAnswer {
  let isAcknowledged = false;
  let timer: NodeJS.Timeout | null = null;
  /** False when Slack did not get it. */
  const acknowledge = async (message?: ReplyMessage): Promise<boolean> => {
    isAcknowledged = true;
    if (timer !== null) clearTimeout(timer);
    return ack(message).then(
      () => true,
      () => false,
    );
  };
  const acknowledgeOnce = async (): Promise<void> => {
    if (!isAcknowledged) await acknowledge();
  };
  return {
    hold() {
      if (!isAcknowledged) timer ??= setTimeout(acknowledgeOnce, Math.max(0, HOLD_MS - elapsedMs));
    },
    async send(message) {
      const settled = support.settled(message);
      if (!isAcknowledged && settled !== null && (await acknowledge(settled))) return;
      await acknowledgeOnce();
      await reply(message);
    },
    acknowledge: acknowledgeOnce,
    acknowledgeUnlessHeld: async () => (timer === null ? acknowledgeOnce() : undefined),
  };
}
