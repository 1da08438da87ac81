import { z } from 'zod';

/** Every message carries the id of its delivery, so that it can be told from its double, should a try end unseen. */
const eventType = 'greenroom_delivery';

/** `repeat`: for machines that read along, that the same may stand there already. */
export function markOf(deliveryId: string, repeat: boolean) {
  return {
    event_type: eventType,
    event_payload: { delivery: deliveryId, ...(repeat ? { repeat: true } : {}) },
  };
}

const mark = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ delivery: z.string() }),
});

/** The delivery a message of ours came from; null for all others. */
export function deliveryOf(metadata: unknown): string | null {
  const parsed = mark.safeParse(metadata);
  return parsed.success ? parsed.data.event_payload.delivery : null;
}
