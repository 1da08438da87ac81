import type { Attestation } from '../../core/deliveries/messages/message_facts.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { idsIn } from './action_values.ts';
import { openBeta } from './open_views.ts';
import { redrawCard, showDenied, showOutdated } from './redraw_card.ts';

/** "It is set", "It says Ready", "I checked them in Zoom". */
export async function attestAction(
  context: HandlerContext,
  request: ActionRequest,
  what: Attestation,
): Promise<void> {
  const [environmentId = '', mark] = idsIn(request.value);
  const { workspaceId, userId } = request.person;
  if (what === 'test_status' && (await openBeta(context, { ...request, value: environmentId }))) return;
  const result = await context.usecases.attest({ workspaceId, actor: userId, environmentId, what, mark });
  if (!result.ok) return showDenied(context, request, environmentId, result.error);
  if (result.value.outdated === true) await showOutdated(context, request, environmentId);
  else await redrawCard(context, request, environmentId);
}
