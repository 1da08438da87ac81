import { refused } from '../error_response.ts';
import type { HandlerContext } from '../handler_context.ts';
import { checkNowMessage } from '../messages/card/check_now_message.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { cardView } from '../views/guide_view.ts';

/** The card, to this person only: a message where there are messages, else a modal. */
export async function showApp(context: HandlerContext, call: ActionRequest): Promise<void> {
  const { workspaceId } = call.person;
  const card = await context.usecases.readCard({ workspaceId, appId: call.value });
  if (card === null) return call.reply(refusalMessages.gone());
  const now = context.clock.now();
  await (call.place.kind === 'message'
    ? call.reply(statusCard(card, now, 'me'))
    : call.open(cardView(card, now)));
}

/** "Check now" */
export async function checkNow(context: HandlerContext, call: ActionRequest): Promise<void> {
  const { workspaceId, userId } = call.person;
  const result = await context.usecases.checkNow({ workspaceId, actor: userId, appId: call.value });
  await call.reply(result.ok ? checkNowMessage(result.value, context.clock.now()) : refused(result.error));
}
