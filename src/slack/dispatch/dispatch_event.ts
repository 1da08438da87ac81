import type { MessageView } from '../blocks/block_types.ts';
import { parseHomeOpened } from '../requests/event_payload.ts';
import type { HomeRequest } from '../requests/requests.ts';
import { orWriteTo } from '../responses/reply.ts';
import { viewRequests } from '../responses/view_requests.ts';
import { type ArgumentsOf, type DispatchParts, personOf } from './dispatch_parts.ts';

export async function answerEvent(
  args: ArgumentsOf<'event'>,
  { handlers, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { event, context, client } = args;
  if (event.type !== 'app_home_opened') return;
  const opened = parseHomeOpened(event);
  if (opened === null) return;
  const { userId } = opened;
  const person = personOf(context, userId);
  const publishHome: HomeRequest['publishHome'] = (view) =>
    viewRequests(client, support).publish(userId, view);
  const show = ({ text }: MessageView) =>
    publishHome({ type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
  replyOnError(context, orWriteTo({ client, userId, supportContact }, show));
  await handlers.homeOpened({ person, publishHome });
}
