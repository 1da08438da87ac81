import type { ZoomAppCard } from '../../core/zoom_app.ts';
import type { MessageView } from '../blocks/block_types.ts';

/** `channel`: stands in the channel and is edited in place. `me`: the answer to one person, seen by nobody else. */
export type Audience = 'channel' | 'me';

/** The status card of a Zoom app, drawn from what is true at `now`. */
export function statusCard(card: ZoomAppCard, now: Date, audience: Audience): MessageView {
  void [now, audience];
  return { text: card.app.name, blocks: [] };
}
