import type { ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { Delivery } from '../../core/deliveries/delivery.ts';
import type { ProfileQuestion } from '../../core/profiles/profile_question.ts';
import { readUnwatched } from '../../store/apps/cards.ts';
import { type Deletion, readDeletion } from '../../store/archive/delete_zoom_app.ts';
import { readQuestion } from '../../store/profiles/profile_questions.ts';
import type { Context } from '../changes/context.ts';
import { readWatchers } from '../changes/watches/watchers.ts';
import { readCard } from './read_card.ts';

/** What a card shows. `moved`: another channel watches the Zoom app now. `unwatched`: a person ended the watch of this one. */
export type CardContent =
  | { readonly kind: 'status'; readonly card: ZoomAppCard }
  | { readonly kind: 'moved'; readonly app: ZoomApp }
  /** The app is deleted. */
  | { readonly kind: 'deleted'; readonly deletion: Deletion }
  | { readonly kind: 'unwatched'; readonly app: ZoomApp }
  | { readonly kind: 'question'; readonly question: ProfileQuestion };

/** What the card of a delivery has to show now; null when what it is about is gone. */
export async function readCardContent(
  ctx: Pick<Context, 'db'>,
  delivery: Delivery,
): Promise<CardContent | null> {
  const { workspaceId, channelId, subject, cardTs } = delivery;
  const subjectId = delivery.subjectId ?? '';
  if (subject !== 'zoom_app') {
    const question = await readQuestion(ctx.db, workspaceId, subjectId);
    return question === null ? null : { kind: 'question', question };
  }
  const card = await readCard(ctx, { workspaceId, appId: subjectId });
  if (card === null) return cardTs === null ? null : deletedContent(ctx, workspaceId, subjectId);
  const watchers = await readWatchers(ctx.db, workspaceId, [subjectId]);
  if (watchers(subjectId).some((watcher) => watcher.channelId === channelId)) return { kind: 'status', card };
  // Nothing is left behind where no card ever stood.
  if (cardTs === null) return null;
  const unwatched = await readUnwatched(ctx.db, delivery, { subject, subjectId });
  return { kind: unwatched === null ? 'moved' : 'unwatched', app: card.app };
}

async function deletedContent(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
  appId: string,
): Promise<CardContent | null> {
  const deletion = await readDeletion(db, workspaceId, appId);
  return deletion === null ? null : { kind: 'deleted', deletion };
}
