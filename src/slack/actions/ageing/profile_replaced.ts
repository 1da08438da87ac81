import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { idsIn } from '../action_values.ts';
import { redrawCard, showOutdated } from '../redraw_card.ts';

/** "Replaced in the profile too": StackOne's profile holds the new secret. */
export async function profileReplacedAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [environmentId = '', since] = idsIn(request.value);
  const replacedAt = new Date(Number(since));
  if (Number.isNaN(replacedAt.getTime())) throw new Gone('a rotation without its time');
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.confirmProfileSecret({
    workspaceId,
    actor,
    environmentId,
    replacedAt,
  });
  if (!result.ok)
    return request.reply(await deniedMessage(context, request.person, result.error, { environmentId }));
  if (result.value.changed) await redrawCard(context, request, environmentId);
  else await showOutdated(context, request, environmentId);
}
