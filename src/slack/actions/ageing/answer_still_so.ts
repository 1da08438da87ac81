import type { Attestation } from '../../../core/deliveries/messages/message_facts.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { idsIn } from '../action_values.ts';
import { openBeta, openNotReady, openReplaceCredentials } from '../open_views.ts';
import { redrawCard, showDenied, showOutdated } from '../redraw_card.ts';

interface Asked {
  readonly environmentId: string;
  readonly check: Attestation;
  readonly mark: string | undefined;
}

const checks: readonly Attestation[] = ['credentials', 'redirect', 'test_status'];

function askedIn(value: string): Asked {
  const [environmentId = '', name, mark] = idsIn(value);
  const check = checks.find((one) => one === name);
  if (check === undefined) throw new Gone('a question without its check');
  return { environmentId, check, mark };
}

/** "Still so", of what ends soon or has ended. How a Beta link stands is asked in a form: it ends on a date of its own. */
export async function stillSoAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { environmentId, check: what, mark } = askedIn(request.value);
  const { workspaceId, userId: actor } = request.person;
  if (what === 'test_status' && (await openBeta(context, { ...request, value: environmentId }))) return;
  const result = await context.usecases.attest({
    workspaceId,
    actor,
    environmentId,
    what,
    mark,
    again: true,
  });
  await answered(context, request, environmentId, result);
}

/** "Not any more": what is missing, a new pair, or just that it is not so. */
export async function notAnyMoreAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { environmentId, check, mark } = askedIn(request.value);
  const ofEnvironment = { ...request, value: environmentId };
  if (check === 'test_status') return openNotReady(context, ofEnvironment);
  if (check === 'credentials') return openReplaceCredentials(context, ofEnvironment);
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.withdrawRedirect({ workspaceId, actor, environmentId, mark });
  await answered(context, request, environmentId, result);
}

async function answered(
  context: HandlerContext,
  request: ActionRequest,
  environmentId: string,
  result: Awaited<ReturnType<HandlerContext['usecases']['attest']>>,
): Promise<void> {
  if (!result.ok) return showDenied(context, request, environmentId, result.error);
  // What somebody else has answered meanwhile is shown; a message to owners is edited by its delivery.
  if (result.value.changed) await redrawCard(context, request, environmentId);
  else await showOutdated(context, request, environmentId);
}
