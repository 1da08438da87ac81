import { refused } from '../error_response.ts';
import type { Room } from '../handler_context.ts';
import { checkNowMessage } from '../messages/card/check_now_message.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import type { ActionCall } from '../requests/requests.ts';
import { cardView } from '../views/guide_view.ts';

/** The card, to this person only: a message where there are messages, else a modal. */
export async function showApp(room: Room, call: ActionCall): Promise<void> {
  const { workspaceId } = call.person;
  const card = await room.usecases.readCard({ workspaceId, appId: call.value });
  if (card === null) return call.reply(refusalMessages.gone());
  const now = room.clock.now();
  await (call.place.kind === 'message'
    ? call.reply(statusCard(card, now, 'me'))
    : call.open(cardView(card, now)));
}

/** "Check now" */
export async function checkNow(room: Room, call: ActionCall): Promise<void> {
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.checkNow({ workspaceId, actor: userId, appId: call.value });
  await call.reply(result.ok ? checkNowMessage(result.value, room.clock.now()) : refused(result.error));
}
