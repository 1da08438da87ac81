import type { CommandCall } from '../bolt/calls.ts';
import { lookingMessage } from '../looking.ts';
import { refusalMessages } from '../messages/refusals.ts';
import { refused } from '../refused.ts';
import type { Room } from '../room.ts';
import { theApp } from './the_app.ts';

/** `/zoom-app check <app>` */
export async function check(room: Room, call: CommandCall, rest: string): Promise<void> {
  const found = await theApp(room, call, rest, 'check');
  if (found === null) return;
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.checkNow({ workspaceId, actor: userId, appId: found.app.id });
  if (!result.ok) return call.reply(refused(result.error, found.app.owners));
  if (result.value.probe === 'too_soon') return call.reply(refusalMessages.tooSoon());
  await call.reply(lookingMessage(result.value.card.app));
}
