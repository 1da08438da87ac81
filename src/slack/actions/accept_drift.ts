import { deniedMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { redrawCardOfApp, showOutdatedApp } from './redraw_card.ts';

/** "Accept as it is" */
export async function acceptDriftAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [appId = '', mark = ''] = idsIn(request.value);
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.acceptDrift({ workspaceId, actor, appId, mark });
  if (result.ok) return redrawCardOfApp(context, request, appId);
  if (result.error === 'changed') return showOutdatedApp(context, request, appId);
  await request.reply(await deniedMessage(context, request.person, result.error, { appId }));
}
