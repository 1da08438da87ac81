import { z } from 'zod';
import { isDirectMessage } from '../../../core/deliveries/delivery.ts';
import { isUuid } from '../../../core/id.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { valueIn } from '../action_values.ts';

const listPage = z.object({
  appId: z.string().refine(isUuid).optional(),
  from: z.number().int().min(0).default(0),
});

/** Which list of watches, and from which watch on. */
export function watchPageIn(value: string): z.infer<typeof listPage> {
  return valueIn(listPage, value === '' ? '{}' : value);
}

/** The channel in which a button was pressed; null: a direct message, App Home or a modal. */
export function hereOf({ place }: Pick<ActionRequest, 'place'>): string | null {
  return place.kind === 'message' && !isDirectMessage(place.channelId) ? place.channelId : null;
}
