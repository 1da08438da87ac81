import type { ActionCall } from '../bolt/calls.ts';
import { checkNowMessage } from '../looking.ts';
import { refusalMessages } from '../messages/refusals.ts';
import { statusCard } from '../messages/status_card.ts';
import { cardView } from '../modals/guide.ts';
import { refused } from '../refused.ts';
import type { Room } from '../room.ts';

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
