import type { CommandCall } from '../bolt/calls.ts';
import { statusCard } from '../messages/status_card.ts';
import type { Room } from '../room.ts';
import { theApp } from './the_app.ts';

/** `/zoom-app show <app>` */
export async function show(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(room, call, rest, 'show');
  if (card !== null) await call.reply(statusCard(card, room.clock.now(), 'me'));
}
