import type { Attestation } from '../../core/messages.ts';
import type { ActionCall } from '../bolt/calls.ts';
import { refused } from '../refused.ts';
import type { Room } from '../room.ts';
import { redraw } from './redraw.ts';

/** "It is set", "It says Ready", "I checked them in Zoom". */
export async function attest(room: Room, call: ActionCall, what: Attestation): Promise<void> {
  const environmentId = call.value;
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.attest({ workspaceId, actor: userId, environmentId, what });
  if (!result.ok) return call.reply(refused(result.error));
  await redraw(room, call, environmentId);
}
