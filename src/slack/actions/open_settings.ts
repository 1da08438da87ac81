import type { HandlerContext } from '../handler_context.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { myRemindersFor } from '../views/settings/my_reminders.ts';
import { settingsFor } from '../views/settings/settings_for.ts';

/** "Settings", in App Home. */
export async function openSettings(context: HandlerContext, request: ActionRequest): Promise<void> {
  const shown = await settingsFor(context, request.person);
  await ('view' in shown ? request.open(shown.view) : request.reply(shown.denied));
}

/** "My reminders", in App Home. */
export async function openMyReminders(context: HandlerContext, request: ActionRequest): Promise<void> {
  await request.open(await myRemindersFor(context, request.person));
}
