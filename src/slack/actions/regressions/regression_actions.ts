import { isUuid } from '../../../core/id.ts';
import type { HandlerContext } from '../../handler_context.ts';
import {
  handedOverRegression,
  notHandedOverMessage,
  notTakenMessage,
  tookRegression,
} from '../../messages/regressions/regression_answers.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { idsIn } from '../action_values.ts';

/** "I'll look": the messages about it are edited by their deliveries. */
export async function takeRegressionAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.takeRegression({
    workspaceId,
    actor,
    regressionId: regressionIn(request.value),
  });
  await request.reply(result.ok ? tookRegression() : notTakenMessage(result.error));
}

/** "Hand over to …", in the message of one that is taken. */
export async function handOverRegressionAction(
  context: HandlerContext,
  request: ActionRequest,
): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const [id = '', to = ''] = idsIn(request.value);
  const regressionId = regressionIn(id);
  const result = await context.usecases.handOverRegression({ workspaceId, actor, regressionId, to });
  await request.reply(result.ok ? handedOverRegression(to, actor) : notHandedOverMessage(result.error, to));
}

/** Before anything is said about the person it would go to. */
function regressionIn(id: string): string {
  if (!isUuid(id)) throw new Gone('a button without its regression');
  return id;
}
