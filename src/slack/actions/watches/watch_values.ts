import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';

const listPage = z.object({
  appId: z.string().refine(isUuid).optional(),
  from: z.number().int().min(0).default(0),
});

/** Which list of watches, and from which watch on. */
export function watchPageIn(value: string): z.infer<typeof listPage> {
  const parsed = listPage.safeParse(value === '' ? {} : jsonIn(value));
  if (!parsed.success) throw new Gone('a button without its list');
  return parsed.data;
}

/** The channel in which a button was pressed; null: a direct message, App Home or a modal. */
export function hereOf({ place }: Pick<ActionRequest, 'place'>): string | null {
  return place.kind === 'message' && /^[CG]/.test(place.channelId) ? place.channelId : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
