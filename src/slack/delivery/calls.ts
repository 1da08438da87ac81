import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { MessageView } from '../blocks/block_types.ts';
import { maybeTwice } from '../messages/maybe_twice.ts';
import { markOf } from './mark.ts';

// Slack takes lists and objects as text. Given as such, the SDK would walk through every block and write it out once more,
// for a debug line that nobody reads.

const posted = z.object({ ts: z.string() });

/** The two calls of Slack that show something. Both answer the `ts` of what stands there now. */

export async function edit(
  client: WebClient,
  channel: string,
  ts: string,
  view: MessageView,
): Promise<string> {
  await client.apiCall('chat.update', { channel, ts, text: view.text, blocks: JSON.stringify(view.blocks) });
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
  const reply = await client.apiCall('chat.postMessage', {
    channel: to.channel,
    text,
    blocks: JSON.stringify(blocks),
    unfurl_links: false,
    unfurl_media: false,
    metadata: JSON.stringify(markOf(deliveryId, repeat)),
    ...(to.threadTs === null ? {} : { thread_ts: to.threadTs }),
  });
  return posted.parse(reply).ts;
}
