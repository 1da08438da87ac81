import { deniedMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { redrawCard, showDenied, showOutdated } from './redraw_card.ts';

/** The answer to "which app does this new profile belong to?"; the question is redrawn by its delivery. */
export async function assignProfileAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [, profileId = '', environmentId = ''] = idsIn(request.value);
  await assign(context, request, { profileId, environmentId, how: 'person' });
}

/** Assigns a profile that was there before the registration. */
export async function adoptProfile(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(request.value);
  await assign(context, request, { profileId, environmentId, how: 'adopted' });
}

async function assign(
  context: HandlerContext,
  request: ActionRequest,
  what: { profileId: string; environmentId: string; how: 'person' | 'adopted' },
): Promise<void> {
  const { workspaceId, userId } = request.person;
  const result = await context.usecases.assignProfile({ workspaceId, actor: userId, ...what });
  if (!result.ok) return showDenied(context, request, what.environmentId, result.error);
  await redrawCard(context, request, what.environmentId);
}

/** "None of these apps" */
export async function dismissProfileAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [questionId = '', profileId = '', mark = ''] = idsIn(request.value);
  const { workspaceId, userId } = request.person;
  const answer = { questionId, profileId, mark };
  const result = await context.usecases.dismissProfile({ workspaceId, actor: userId, ...answer });
  if (!result.ok) await request.reply(await deniedMessage(context, request.person, result.error));
}

/** "Not this one" */
export async function rejectProfileAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [environmentId = '', profileId = ''] = idsIn(request.value);
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.rejectProfile({ workspaceId, actor, environmentId, profileId });
  if (!result.ok && result.error === 'outdated') return showOutdated(context, request, environmentId);
  if (!result.ok) return showDenied(context, request, environmentId, result.error);
  await redrawCard(context, request, environmentId);
}
