import type { ActionCall } from '../bolt/calls.ts';
import { publishHome } from '../home/publish.ts';
import { statusCard } from '../messages/status_card.ts';
import { cardView } from '../modals/guide.ts';
import { stateOf } from '../modals/state.ts';
import type { Room } from '../room.ts';

/** After a change: draws anew what only this person sees. A card in a channel is redrawn by its delivery. */
export async function redraw(room: Room, call: ActionCall, environmentId: string): Promise<void> {
  const { place, person } = call;
  if (place.kind === 'home') return publishHome(room, call);
  if (place.kind === 'message' && !place.ephemeral) return;
  if (place.kind === 'modal' && stateOf(place.metadata)?.kind !== 'card') return;
  const { workspaceId } = person;
  const card = await room.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  if (card === null) return;
  const now = room.clock.now();
  if (place.kind === 'modal') await call.update(cardView(card, now));
  else await call.replace(statusCard(card, now, 'me'));
}
