import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import { isDirectMessage } from '../../../core/slack_ids.ts';
import type { Place } from '../../requests/requests.ts';
import { stateOf } from '../../views/view_metadata.ts';
import type { ListedWatches } from '../../views/watches/watch_states.ts';
import { valueIn } from '../action_values.ts';

const listPage = z.object({
  appId: z.string().refine(isUuid).optional(),
  from: z.number().int().min(0).default(0),
});

/** Which list of watches, and from which watch on. */
export function watchPageIn(value: string): z.infer<typeof listPage> {
  return valueIn(listPage, value === '' ? '{}' : value);
}

/** The list that a modal shows; null: it shows none. */
export function listShownIn(place: Place): ListedWatches | null {
  const state = place.kind === 'modal' ? stateOf(place.metadata) : null;
  if (state?.kind !== 'watch_list') return null;
  const { kind: _, ...listed } = state;
  return listed;
}

/** The channel in which a button was pressed, or for which its modal was opened; undefined: a direct message or App Home. */
export function hereOf(place: Place): string | undefined {
  if (place.kind !== 'message') return listShownIn(place)?.here;
  return isDirectMessage(place.channelId) ? undefined : place.channelId;
}
