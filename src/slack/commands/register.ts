import type { CommandCall } from '../bolt/calls.ts';
import { registerView } from '../modals/register/open.ts';
import type { Room } from '../room.ts';
import { appName } from './words.ts';

/** `/zoom-app register [name]` */
export async function register(room: Room, call: CommandCall, rest: string): Promise<void> {
  const name = appName(rest);
  const start = {
    ...(name === '' ? {} : { name }),
    ...(call.channel.isChannel ? { channelId: call.channel.id } : {}),
  };
  await call.open(() => registerView(room, call.person, start));
}
