import { errorMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import { checkNowMessage } from '../messages/card/check_now_message.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { cardView } from '../views/card_views.ts';

/** The card, to this person only: a message where there are messages, else a modal. */
export async function showApp(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId } = request.person;
  const card = await context.usecases.readCard({ workspaceId, appId: request.value });
  if (card === null) return request.reply(errorTexts.gone());
  const now = context.clock.now();
  await (request.place.kind === 'message'
    ? request.reply(statusCard(card, now, 'me'))
    : request.open(cardView(card, now)));
}

/** "Check now" */
export async function checkNowAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId } = request.person;
  const result = await context.usecases.checkNow({ workspaceId, actor: userId, appId: request.value });
  await request.reply(
    result.ok ? checkNowMessage(result.value, context.clock.now()) : errorMessage(result.error),
  );
}
