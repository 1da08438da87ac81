import type { ManagementType } from '../../../core/checks/check.ts';
import { parsePaste } from '../../../core/scopes/parse/parse_paste.ts';
import type { Granted } from '../../../core/scopes/plan/compare_scopes.ts';
import { meantFor } from '../../../core/scopes/verdict/alternative_scopes.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { planMessage } from '../../messages/scope_plan/scope_plan_message.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { typedIn } from '../inputs.ts';
import { stateOfKind } from '../view_metadata.ts';
import { planBlocks } from './plan_view.ts';

export async function submitPlan(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId, managementType: named } = stateOfKind(request.metadata, 'plan');
  const options = [planBlocks.templates, planBlocks.actions, planBlocks.operations].flatMap(
    (block) => typedIn(request.typed, block).options,
  );
  const granted = typedIn(request.typed, planBlocks.granted).text;
  if (secretIn(granted) !== null)
    return request.answer({
      kind: 'errors',
      errors: { [planBlocks.granted]: errorTexts.secretTyped().text },
    });
  if (granted.trim() !== '' && grantedIn(granted, named).scopes.length === 0) {
    const errors = { [planBlocks.granted]: 'There is no scope in this. Leave it empty if you have none.' };
    return request.answer({ kind: 'errors', errors });
  }
  if (options.length === 0 && appId === undefined) {
    const errors = { [planBlocks.templates]: 'Choose at least one need, here or below.' };
    return request.answer({ kind: 'errors', errors });
  }
  const chosen = typedIn(request.typed, planBlocks.type).option;
  const { workspaceId, userId: actor } = request.person;
  const planned = await context.usecases.planScopesFor({
    workspaceId,
    actor,
    needs: options,
    managementType: chosen === null ? named : chosen === 'user' ? 'user' : 'admin',
    ...(appId === undefined ? {} : { appId }),
    ...(granted.trim() === '' ? {} : { granted: grantedIn(granted, named) }),
  });
  if (planned.needs.length === 0) {
    const errors = {
      [planBlocks.templates]: 'This app remembers no needs yet. Choose at least one, here or below.',
    };
    return request.answer({ kind: 'errors', errors });
  }
  await request.answer({ kind: 'show', view: noteOf(planMessage(planned), 'Plan scopes') });
}

/** The scopes of a token response, or those that an error of Zoom's says are missing. */
function grantedIn(text: string, managementType: ManagementType): Granted {
  const { found, source } = parsePaste(text);
  const scopes = meantFor(found, managementType).map(({ normalised }) => normalised);
  return { kind: source === 'zoom_error' ? 'lacking' : 'all', scopes };
}
