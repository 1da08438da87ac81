import { secretsPolicies } from '../../../core/secrets/secrets_policy.ts';
import { count } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { publishHome } from '../../home/publish_home.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { ActionRequest } from '../../requests/requests.ts';

/** "Take no secrets" and "Ask for secrets again", in App Home. */
export async function setSecretsAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const policy = secretsPolicies.find((one) => one === request.value);
  if (policy === undefined) return request.reply(errorTexts.gone());
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.setSecretsPolicy({ workspaceId, actor, policy });
  if (!result.ok) return request.reply(await deniedMessage(context, request.person, result.error));
  await publishHome(context, request);
}

/** "Forget all stored secrets" */
export async function forgetAllSecretsAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.forgetAllSecrets({ workspaceId, actor });
  if (!result.ok) return request.reply(await deniedMessage(context, request.person, result.error));
  await publishHome(context, request);
  await request.reply({
    text: `:white_check_mark: The client secrets of ${count(result.value.environments, 'environment')} are deleted, and those in unfinished registrations too. The cards say so.`,
    blocks: [],
  });
}
