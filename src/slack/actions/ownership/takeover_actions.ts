import type { HandlerContext } from '../../handler_context.ts';
import {
  noTakeoverAnswerMessage,
  noTakeoverMessage,
  takeoverAnswer,
  takeoverAnswered,
} from '../../messages/ownership/takeover_texts.ts';
import type { ActionRequest } from '../../requests/requests.ts';

/** "Take over" on a card: in its channel, anybody may ask. */
export async function takeOverAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const channelId = request.place.kind === 'message' ? request.place.channelId : null;
  const result = await context.usecases.askTakeover({ workspaceId, actor, appId: request.value, channelId });
  await request.reply(result.ok ? takeoverAnswer(result.value) : noTakeoverMessage(result.error, actor));
}

/** "Object", "Agree", "Withdraw": the messages that asked are edited by their deliveries. */
export async function answerTakeoverAction(
  context: HandlerContext,
  request: ActionRequest,
  answer: 'object' | 'agree' | 'withdraw',
): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.answerTakeover({
    ...{ workspaceId, actor, answer },
    takeoverId: request.value,
  });
  const message = result.ok ? takeoverAnswered[answer] : noTakeoverAnswerMessage(result.error);
  const { place } = request;
  await (place.kind === 'message' && place.ephemeral ? request.replace(message) : request.reply(message));
}
