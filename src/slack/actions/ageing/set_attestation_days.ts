import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { publishHome } from '../../home/publish_home.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { ActionRequest } from '../../requests/requests.ts';

/** For how many days what people say holds, chosen in App Home. */
export async function setAttestationDaysAction(
  context: HandlerContext,
  request: ActionRequest,
): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const days = Number(request.value);
  const result = await context.usecases.setAttestationDays({ workspaceId, actor, days });
  if (result.ok) return publishHome(context, request);
  await request.reply(
    result.error === 'days' ? errorTexts.gone() : await deniedMessage(context, request.person, result.error),
  );
}
