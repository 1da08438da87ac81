import type { Clock } from '../../core/clock.ts';
import { readWatches } from '../../store/apps/watches.ts';
import type { Delivery } from '../../store/deliveries/deliveries.ts';
import type { Database } from '../../store/postgres/client/database.ts';
import { readQuestion } from '../../store/profiles/profile_questions.ts';
import { readCard } from '../../usecases/apps/read_card.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { movedCard } from '../messages/card/moved_card.ts';
import { questionMessage } from '../messages/card/question_message.ts';
import { statusCard } from '../messages/card/status_card.ts';

/** The card as it has to look now; null when what it was about is gone. */
export async function drawCard(
  ctx: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  delivery: Delivery,
): Promise<MessageView | null> {
  const now = ctx.clock.now();
  const id = delivery.subjectId ?? '';
  if (delivery.subject === 'zoom_app') {
    const card = await readCard(ctx, { workspaceId, appId: id });
    if (card === null) return null;
    const watches = await readWatches(ctx.db, workspaceId, [id]);
    const watched = watches.some(({ channelId }) => channelId === delivery.channelId);
    if (watched) return statusCard(card, now, 'channel');
    // Nothing is left behind where no card ever stood.
    return delivery.cardTs === null ? null : movedCard(card.app, now);
  }
  const question = await readQuestion(ctx.db, workspaceId, id);
  return question === null ? null : questionMessage(question, now);
}
