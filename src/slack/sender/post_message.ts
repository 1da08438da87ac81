import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { MessageView } from '../blocks/block_types.ts';
import { maybeTwice } from '../messages/events/maybe_twice.ts';
import { markOf } from './delivery_metadata.ts';

// Slack takes lists and objects as text. Given as such, the SDK would walk through every block and write it out once more,
// for a debug line that nobody reads.

const posted = z.object({ ts: z.string(), channel: z.string().optional() });

/** Where a message stands in Slack now; `postedIn`: the conversation, where Slack said so. */
export interface Stands {
  readonly ts: string;
  readonly postedIn: string | null;
}

/** The two calls of Slack that show something. Both answer where it stands now. */

export async function edit(
  client: WebClient,
  channel: string,
  ts: string,
  view: MessageView,
): Promise<Stands> {
  await client.apiCall('chat.update', { channel, ts, text: view.text, blocks: JSON.stringify(view.blocks) });
  return { ts, postedIn: channel };
}

/** `repeat`: it may stand there already, which is said to people and to machines. */
export async function post(
  client: WebClient,
  to: { readonly channel: string; readonly threadTs: string | null },
  view: MessageView,
  { deliveryId, repeat }: { readonly deliveryId: string; readonly repeat: boolean },
): Promise<Stands> {
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
  const { ts, channel } = posted.parse(reply);
  return { ts, postedIn: channel ?? null };
}
