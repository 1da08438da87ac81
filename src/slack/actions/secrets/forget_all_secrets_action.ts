import { count } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest } from '../../requests/requests.ts';

/** "Forget all stored secrets", in the settings of the workspace. */
export async function forgetAllSecretsAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.forgetAllSecrets({ workspaceId, actor });
  if (!result.ok) return request.reply(await deniedMessage(context, request.person, result.error));
  await request.reply({
    text: `:white_check_mark: The client secrets of ${count(result.value.environments, 'environment')} are deleted, and those in unfinished registrations too. The cards say so.`,
    blocks: [],
  });
}
