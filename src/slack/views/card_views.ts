import type { Environment, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { ModalView } from '../blocks/block_types.ts';
import { cardDetails } from '../messages/card/card_details.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { guide } from '../messages/guide/guide.ts';
import { noteOf } from '../messages/text_view.ts';
import { modal } from './view_frame.ts';
import { callbackIds } from './view_ids.ts';
import { metadataOf } from './view_metadata.ts';

/** Every step in Zoom and StackOne for one environment. */
export function guideView(card: ZoomAppCard, environment: Environment, now: Date): ModalView {
  return modal(
    { callbackId: callbackIds.card, title: 'How to get it live', close: 'Close' },
    guide(card, environment, now),
  );
}

/** What the card folds away: every check of an environment, with its evidence. */
export function detailsView(card: ZoomAppCard, environment: Environment, now: Date): ModalView {
  return modal(
    { callbackId: callbackIds.card, title: 'Details', close: 'Close' },
    cardDetails(card, environment, now),
  );
}

/** The status card where there is no message: opened from Home. Its buttons draw it anew. */
export function cardView(card: ZoomAppCard, now: Date, said = ''): ModalView {
  return {
    ...noteOf(statusCard(card, now, 'me', said), 'Status'),
    callback_id: callbackIds.card,
    private_metadata: metadataOf({ kind: 'card', appId: card.app.id }),
  };
}
