import type { HandlerContext } from '../../handler_context.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app show <app>` */
export async function show(context: HandlerContext, call: CommandRequest, rest: string): Promise<void> {
  call.hold();
  const card = await theApp(context, call, rest, 'show');
  if (card !== null) await call.reply(statusCard(card, context.clock.now(), 'me'));
}
