import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { own } from '../../core/own_property.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { noteOf } from '../messages/text_view.ts';
import type { Person, ShortcutRequest } from '../requests/requests.ts';
import { parseShortcut, type ShortcutPayload } from '../requests/shortcut_payload.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import { orWriteTo, type Reply, replyBy } from '../responses/reply.ts';
import { type ViewRequests, viewRequests } from '../responses/view_requests.ts';
import { shown } from './dispatch_command.ts';
import { type ArgumentsOf, type DispatchParts, personOf } from './dispatch_parts.ts';

export async function answerShortcut(
  args: ArgumentsOf<'shortcut'>,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  await ack();
  const payload = parseShortcut(body);
  const { userId, callbackId } = payload;
  const reply = replyBy({ respond, client, userId, support, supportContact });
  const ways = { client, support, views: viewRequests(client, support), reply };
  const request = shortcutRequest(personOf(context, userId), payload, ways);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, request.reply));
  const handler = own(handlers.shortcuts, callbackId);
  if (handler === undefined) log.warn({ callbackId }, 'Nothing answers to this shortcut');
  else await handler(request);
}

interface ShortcutWays {
  readonly client: WebClient;
  readonly support: BlockSupport;
  readonly views: ViewRequests;
  /** Through the response URL, which only a shortcut on a message has. */
  readonly reply: Reply;
}

function shortcutRequest(
  person: Person,
  { message, triggerId }: ShortcutPayload,
  ways: ShortcutWays,
): ShortcutRequest {
  const open: ShortcutRequest['open'] = (view) => ways.views.open(triggerId, view);
  return {
    person,
    message,
    open,
    async reply(view) {
      if (message === null) return open(noteOf(view));
      const { channelId, threadTs } = message;
      if (threadTs !== null && (await showInThread(ways, person, { channelId, threadTs }, view))) return;
      await ways.reply({ response_type: 'ephemeral', replace_original: false, ...shown(view) });
    },
  };
}

/**
 * False when Slack refuses it, for example because Greenroom is not in the channel. Only in a thread that exists (S24): docs,
 * chat.postEphemeral: "Ephemeral messages in threads are only shown if there is already an active thread."
 */
async function showInThread(
  { client, support }: ShortcutWays,
  { userId }: Person,
  { channelId, threadTs }: { readonly channelId: string; readonly threadTs: string },
  view: MessageView,
): Promise<boolean> {
  try {
    await support.send(view, (fitting) =>
      client.chat.postEphemeral({ channel: channelId, user: userId, thread_ts: threadTs, ...shown(fitting) }),
    );
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false;
    throw error;
  }
}
