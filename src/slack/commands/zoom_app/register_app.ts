import { LONGEST_NAME } from '../../../core/apps/app_name.ts';
import { cutWhole } from '../../../core/text/cut.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { registerView } from '../../views/register/open_registration.ts';
import { appName } from '../command_words.ts';

/** `/zoom-app register [name]` */
export async function register(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  // Kept in the modal's metadata; a name that is too long is cut off, and the person sees it in the field.
  const name = cutWhole(appName(rest), LONGEST_NAME);
  const start = {
    ...(name === '' ? {} : { name }),
    ...(request.channel.isChannel ? { channelId: request.channel.id } : {}),
  };
  await request.open(() => registerView(context, request.person, start));
}
