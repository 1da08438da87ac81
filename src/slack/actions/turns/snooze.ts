import { snoozes } from '../../../usecases/turns/snooze_turn.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { snoozeSaved } from '../../messages/turns/snooze_saved.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { idsIn } from '../action_values.ts';
import { showDenied } from '../redraw_card.ts';

/** "Remind us later": the messages that stand are edited by their deliveries, and the person is answered. */
export async function snoozeAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [environmentId = '', action = '', word = ''] = idsIn(request.value);
  const snooze = snoozes.find((one) => one === word);
  if (snooze === undefined) throw new Gone('a reminder without its time');
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.snoozeTurn({ workspaceId, actor, environmentId, action, snooze });
  if (!result.ok) return showDenied(context, request, environmentId, result.error);
  await request.reply(snoozeSaved(result.value));
}
