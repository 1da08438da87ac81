import type { Room } from '../../handler_context.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import type { CommandCall } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app show <app>` */
export async function show(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(room, call, rest, 'show');
  if (card !== null) await call.reply(statusCard(card, room.clock.now(), 'me'));
}
