import type { HandlerContext } from '../../handler_context.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app show <app>` */
export async function show(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const card = await theApp(context, request, rest, 'show');
  if (card !== null) await request.reply(statusCard(card, context.clock.now(), 'me'));
}
