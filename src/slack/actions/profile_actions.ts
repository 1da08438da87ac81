import { type RefusalCode, refused } from '../error_response.ts';
import type { Room } from '../handler_context.ts';
import type { ActionCall } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { redraw, showOutdated } from './redraw_card.ts';

/** The answer to "which app does this new profile belong to?"; the question is redrawn by its delivery. */
export async function assignProfile(room: Room, call: ActionCall): Promise<void> {
  const [, profileId = '', environmentId = ''] = idsIn(call.value);
  await assign(room, call, { profileId, environmentId, how: 'person' });
}

/** A profile that was there before the registration is taken over. */
export async function adoptProfile(room: Room, call: ActionCall): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(call.value);
  await assign(room, call, { profileId, environmentId, how: 'adopted' });
}

async function assign(
  room: Room,
  call: ActionCall,
  what: { profileId: string; environmentId: string; how: 'person' | 'adopted' },
): Promise<void> {
  const { workspaceId, userId } = call.person;
  const result = await room.usecases.assignProfile({ workspaceId, actor: userId, ...what });
  if (!result.ok) return refuse(room, call, what.environmentId, result.error);
  await redraw(room, call, what.environmentId);
}

/** "None of these apps" */
export async function dismissProfile(room: Room, call: ActionCall): Promise<void> {
  const [questionId = '', profileId = '', mark = ''] = idsIn(call.value);
  const { workspaceId, userId } = call.person;
  const answer = { questionId, profileId, mark };
  const result = await room.usecases.dismissProfile({ workspaceId, actor: userId, ...answer });
  if (!result.ok) await call.reply(refused(result.error));
}

/** "Not this one" */
export async function rejectProfile(room: Room, call: ActionCall): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(call.value);
  const { workspaceId, userId: actor } = call.person;
  const result = await room.usecases.rejectProfile({ workspaceId, actor, environmentId, profileId });
  if (!result.ok && result.error === 'outdated') return showOutdated(room, call, environmentId);
  if (!result.ok) return refuse(room, call, environmentId, result.error);
  await redraw(room, call, environmentId);
}

/** Names the owners, so that one knows whom to ask. */
async function refuse(room: Room, call: ActionCall, environmentId: string, code: RefusalCode): Promise<void> {
  const { workspaceId } = call.person;
  const card = await room.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  await call.reply(refused(code, card?.app.owners ?? []));
}
