import { deniedMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { readSettings } from '../views/settings/settings.ts';
import { settingsView } from '../views/settings/settings_view.ts';

/** "Settings", in App Home. */
export async function openSettings(context: HandlerContext, request: ActionRequest): Promise<void> {
  const settings = await readSettings(context, request.person);
  const { mayDecide } = settings.secrets;
  if (mayDecide === true) return request.open(settingsView(settings));
  const code = mayDecide === false ? 'not_admin' : 'admin_unknown';
  await request.reply(await deniedMessage(context, request.person, code));
}
