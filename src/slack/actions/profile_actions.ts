import { type RefusalCode, refused } from '../error_response.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { redraw, showOutdated } from './redraw_card.ts';

/** The answer to "which app does this new profile belong to?"; the question is redrawn by its delivery. */
export async function assignProfile(context: HandlerContext, call: ActionRequest): Promise<void> {
  const [, profileId = '', environmentId = ''] = idsIn(call.value);
  await assign(context, call, { profileId, environmentId, how: 'person' });
}

/** A profile that was there before the registration is taken over. */
export async function adoptProfile(context: HandlerContext, call: ActionRequest): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(call.value);
  await assign(context, call, { profileId, environmentId, how: 'adopted' });
}

async function assign(
  context: HandlerContext,
  call: ActionRequest,
  what: { profileId: string; environmentId: string; how: 'person' | 'adopted' },
): Promise<void> {
  const { workspaceId, userId } = call.person;
  const result = await context.usecases.assignProfile({ workspaceId, actor: userId, ...what });
  if (!result.ok) return refuse(context, call, what.environmentId, result.error);
  await redraw(context, call, what.environmentId);
}

/** "None of these apps" */
export async function dismissProfile(context: HandlerContext, call: ActionRequest): Promise<void> {
  const [questionId = '', profileId = '', mark = ''] = idsIn(call.value);
  const { workspaceId, userId } = call.person;
  const answer = { questionId, profileId, mark };
  const result = await context.usecases.dismissProfile({ workspaceId, actor: userId, ...answer });
  if (!result.ok) await call.reply(refused(result.error));
}

/** "Not this one" */
export async function rejectProfile(context: HandlerContext, call: ActionRequest): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(call.value);
  const { workspaceId, userId: actor } = call.person;
  const result = await context.usecases.rejectProfile({ workspaceId, actor, environmentId, profileId });
  if (!result.ok && result.error === 'outdated') return showOutdated(context, call, environmentId);
  if (!result.ok) return refuse(context, call, environmentId, result.error);
  await redraw(context, call, environmentId);
}

/** Names the owners, so that one knows whom to ask. */
async function refuse(
  context: HandlerContext,
  call: ActionRequest,
  environmentId: string,
  code: RefusalCode,
): Promise<void> {
  const { workspaceId } = call.person;
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  await call.reply(refused(code, card?.app.owners ?? []));
}
