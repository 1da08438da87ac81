import type { HandlerContext } from '../../../handler_context.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { handOverView } from '../../../views/ownership/hand_over_view.ts';
import { handoverAnswer } from '../../../views/ownership/handover_answer.ts';
import { myApp } from '../named_app.ts';

const mention = /<@([UW][A-Z0-9]{1,30})(?:\|[^<>]*)?>\s*$/;

/** `/zoom-app handover <app> [@person]`: without a person a form asks for one. */
export async function handOverApp(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  const to = mention.exec(rest)?.[1];
  if (to === undefined) request.hold();
  const card = await myApp(context, request, rest.replace(mention, ''), 'handover');
  if (card === null) return;
  const { app } = card;
  const { workspaceId, userId: actor } = request.person;
  if (to === undefined) return request.open(() => handOverView(app, actor));
  const asked = { workspaceId, actor, appId: app.id, to };
  const result = await context.usecases.handOver(asked);
  await request.reply(await handoverAnswer(context, asked, result));
}
