import type { MessageView, ModalView } from '../../blocks/block_types.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { Person } from '../../requests/requests.ts';
import { readSettings } from './settings.ts';
import { settingsView } from './settings_view.ts';

/** The form, or why this person does not see it. */
export async function settingsFor(
  context: HandlerContext,
  person: Person,
): Promise<{ readonly view: ModalView } | { readonly denied: MessageView }> {
  const settings = await readSettings(context, person);
  const { me } = settings.admins;
  return me.ok
    ? { view: settingsView(settings) }
    : { denied: await deniedMessage(context, person, me.error) };
}
