import { deniedIn, deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { wordsOfFilter } from '../../home/home_filter.ts';
import { publishHome } from '../../home/publish_home.ts';
import { archivedList } from '../../messages/archive/archived_list.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { deleteView } from '../../views/archive/delete_view.ts';
import { restoreView } from '../../views/archive/restore_view.ts';
import { cardView } from '../../views/card_views.ts';
import { pageIn } from '../action_values.ts';
import { inPlace } from '../pages/page_actions.ts';

/** "Restore": on the card, or in a list of archived apps. */
export async function restoreAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const appId = request.value;
  const card = await context.usecases.readCard({ workspaceId, appId });
  if (card === null) return request.reply(errorTexts.gone());
  const { app } = card;
  if (app.archivedAt !== null) {
    const taken = await context.usecases.nameTaken({ workspaceId, name: app.name });
    if (taken !== null) return request.open(restoreView(app));
  }
  const result = await context.usecases.restoreApp({ workspaceId, actor, appId });
  if (!result.ok) return request.reply(await deniedMessage(context, request.person, result.error, { appId }));
  const now = context.clock.now();
  const { place } = request;
  if (place.kind === 'message') await request.reply(statusCard(result.value, now, 'me'));
  else if (place.kind === 'modal') await request.update(cardView(result.value, now));
  else {
    await request.open(cardView(result.value, now));
    await publishHome(context, request, { words: wordsOfFilter(place.typed) });
  }
}

/** "Delete": on the card of an archived app. */
export async function openDelete(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId } = request.person;
  const card = await context.usecases.readCard({ workspaceId, appId: request.value });
  if (card === null) return request.reply(errorTexts.gone());
  const denied = await deniedIn(context, request.person, card.app, 'delete');
  await (denied === null ? request.open(deleteView(card)) : request.reply(denied));
}

export async function turnArchived(context: HandlerContext, request: ActionRequest): Promise<void> {
  const asked = pageIn(request.value);
  const page = await context.usecases.listArchivedApps({
    workspaceId: request.person.workspaceId,
    ...asked,
  });
  await inPlace(request, archivedList(page, asked));
}
