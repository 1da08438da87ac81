import type { HandlerContext } from '../../../handler_context.ts';
import { noTakeoverMessage, takeoverAnswer } from '../../../messages/ownership/takeover_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { theApp } from '../named_app.ts';

/** `/zoom-app takeover <app>` */
export async function takeOver(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  const card = await theApp(context, request, rest, 'takeover');
  if (card === null) return;
  const { workspaceId, userId: actor } = request.person;
  const asked = { workspaceId, actor, appId: card.app.id, channelId: request.channel.id };
  const result = await context.usecases.askTakeover(asked);
  await request.reply(result.ok ? takeoverAnswer(result.value) : noTakeoverMessage(result.error, actor));
}
