import { cutWhole } from '../../core/cut.ts';
import { LONGEST_NAME } from '../../core/naming.ts';
import type { CommandCall } from '../bolt/calls.ts';
import { registerView } from '../modals/register/open.ts';
import type { Room } from '../room.ts';
import { appName } from './words.ts';

/** `/zoom-app register [name]` */
export async function register(room: Room, call: CommandCall, rest: string): Promise<void> {
  // The modal remembers it; what is longer than any name is cut where the person sees it.
  const name = cutWhole(appName(rest), LONGEST_NAME);
  const start = {
    ...(name === '' ? {} : { name }),
    ...(call.channel.isChannel ? { channelId: call.channel.id } : {}),
  };
  await call.open(() => registerView(room, call.person, start));
}
