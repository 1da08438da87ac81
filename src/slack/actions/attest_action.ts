import type { Attestation } from '../../core/deliveries/message.ts';
import { refused } from '../error_response.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { redraw, showOutdated } from './redraw_card.ts';

/** "It is set", "It says Ready", "I checked them in Zoom". */
export async function attest(context: HandlerContext, call: ActionRequest, what: Attestation): Promise<void> {
  const [environmentId = '', mark] = idsIn(call.value);
  const { workspaceId, userId } = call.person;
  const result = await context.usecases.attest({ workspaceId, actor: userId, environmentId, what, mark });
  if (!result.ok) {
    const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
    return call.reply(refused(result.error, card?.app.owners ?? []));
  }
  if (result.value.outdated === true) await showOutdated(context, call, environmentId);
  else await redraw(context, call, environmentId);
}
