import type { WebClient } from '@slack/web-api';
import type { MessageView } from '../blocks/block_types.ts';
import { maybeTwice } from '../messages/maybe_twice.ts';
import { markOf } from './mark.ts';

/** The two calls of Slack that show something. Both answer the `ts` of what stands there now. */

export async function edit(
  client: WebClient,
  channel: string,
  ts: string,
  view: MessageView,
): Promise<string> {
  await client.chat.update({ channel, ts, text: view.text, blocks: view.blocks });
  return ts;
}

/** `repeat`: it may stand there already, which is said to people and to machines. */
export async function post(
  client: WebClient,
  to: { readonly channel: string; readonly threadTs: string | null },
  view: MessageView,
  { deliveryId, repeat }: { readonly deliveryId: string; readonly repeat: boolean },
): Promise<string> {
  const { text, blocks } = repeat ? maybeTwice(view) : view;
  const reply = await client.chat.postMessage({
    channel: to.channel,
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata: markOf(deliveryId, repeat),
    ...(to.threadTs === null ? {} : { thread_ts: to.threadTs }),
  });
  if (reply.ts === undefined) throw new Error('chat.postMessage named no ts');
  return reply.ts;
}
