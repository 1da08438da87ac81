import type { MessageView } from '../../blocks/block_types.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { handedOver, noHandoverMessage } from '../../messages/ownership/takeover_texts.ts';

type HandOver = HandlerContext['usecases']['handOver'];

/** To who hands an app over: what came of it. Whoever may not is told whom to ask. */
export async function handoverAnswer(
  context: HandlerContext,
  { workspaceId, actor, appId, to }: Parameters<HandOver>[0],
  result: Awaited<ReturnType<HandOver>>,
): Promise<MessageView> {
  if (result.ok) return handedOver(result.value, to);
  const { error } = result;
  switch (error.code) {
    case 'no_owner':
    case 'oneself':
    case 'owners_full':
      return noHandoverMessage(error);
    default:
      return deniedMessage(context, { workspaceId, userId: actor }, error.code, { appId });
  }
}
