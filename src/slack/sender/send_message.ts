import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Delivery, messageToEdit, type SentMessage, threadOf } from '../../core/deliveries/delivery.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { maybeTwice } from '../messages/events/maybe_twice.ts';

// Slack takes lists and objects as text. Given as such, the SDK would walk through every block and write it out once more,
// for a debug line that nobody reads.

const posted = z.object({ ts: z.string(), channel: z.string().optional() });

/** Edits the message in Slack that the delivery takes the place of, or posts a new one. Rejects with the SDK's error. */
export async function sendMessage(
  client: WebClient,
  delivery: Delivery,
  view: MessageView,
  isMaybeTwice: boolean,
): Promise<SentMessage> {
  const edited = messageToEdit(delivery);
  const shown = isMaybeTwice ? maybeTwice(view) : view;
  if (edited === null) return post(client, delivery, shown, isMaybeTwice);
  const { channelId: channel, ts } = edited;
  const { text, blocks } = shown;
  await client.apiCall('chat.update', { channel, ts, text, blocks: JSON.stringify(blocks) });
  return { ts, postedIn: channel };
}

/** `isMaybeTwice`: it may stand there already, which is said to people and to machines. */
async function post(
  client: WebClient,
  delivery: Delivery,
  { text, blocks }: MessageView,
  isMaybeTwice: boolean,
): Promise<SentMessage> {
  const threadTs = threadOf(delivery);
  const response = await client.apiCall('chat.postMessage', {
    channel: delivery.channelId,
    text,
    blocks: JSON.stringify(blocks),
    unfurl_links: false,
    unfurl_media: false,
    metadata: JSON.stringify(deliveryMetadata(delivery, isMaybeTwice)),
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  });
  const { ts, channel } = posted.parse(response);
  return { ts, postedIn: channel ?? null };
}

/** Every message carries the id of its delivery, so that it can be found after an unclear end. */
const eventType = 'greenroom_delivery';

/** `repeat`: for machines that read along, that the same may stand there already. */
function deliveryMetadata({ id }: Delivery, isMaybeTwice: boolean) {
  return {
    event_type: eventType,
    event_payload: { delivery: id, ...(isMaybeTwice ? { repeat: true } : {}) },
  };
}

const metadataSchema = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ delivery: z.string() }),
});

/** The id of the delivery that a message of Greenroom came from; null for all others. */
export function deliveryIdIn(metadata: unknown): string | null {
  const parsed = metadataSchema.safeParse(metadata);
  return parsed.success ? parsed.data.event_payload.delivery : null;
}
