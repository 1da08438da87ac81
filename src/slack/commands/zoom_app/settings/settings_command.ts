import type { HandlerContext } from '../../../handler_context.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { settingsFor } from '../../../views/settings/settings_for.ts';

/** `/zoom-app settings` */
export async function settings(context: HandlerContext, request: CommandRequest): Promise<void> {
  const shown = await settingsFor(context, request.person);
  if ('view' in shown) await request.open(() => shown.view);
  else await request.reply(shown.denied);
}
