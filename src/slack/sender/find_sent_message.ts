import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Delivery, threadOf } from '../../core/deliveries/delivery.ts';
import type { SentMessageLookup } from '../../core/deliveries/resend_decision.ts';
import { rateLimitDelayMs } from '../../core/deliveries/send_failure.ts';
import { classOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { deliveryIdIn } from './send_message.ts';

/** Messages a page: what apps outside the Marketplace get at most. */
const pageSize = 15;
const mostPages = 10;
/** Our clock may be ahead of Slack's. */
const clockSkewMs = 60_000;

/**
 * Looks up whether Slack shows a delivery, by the delivery metadata of the messages in its channel or thread. Rejects with the SDK's
 * error when Slack cannot be reached; a refusal is a result.
 */
export async function findSentMessage(client: WebClient, delivery: Delivery): Promise<SentMessageLookup> {
  try {
    const scopes = (await client.auth.test()).response_metadata?.scopes ?? [];
    const channel = await readableChannel(client, delivery.channelId, scopes);
    return channel === null
      ? { kind: 'not_readable', why: 'missing_scope' }
      : await searchHistory(client, delivery, channel);
  } catch (error) {
    return lookupRefused(error);
  }
}

/** The conversation to read; null where no scope allows it. A call without the scope would only be refused. */
async function readableChannel(
  client: WebClient,
  channelId: string,
  scopes: readonly string[],
): Promise<string | null> {
  if (!/^[UW]/.test(channelId)) {
    // The id does not tell a private channel from a public one; with one of these scopes Slack decides.
    const any = ['channels:history', 'groups:history', 'im:history'].some((scope) => scopes.includes(scope));
    return any ? channelId : null;
  }
  if (!scopes.includes('im:history') || !scopes.includes('im:write')) return null;
  return (await client.conversations.open({ users: channelId })).channel?.id ?? null;
}

const pageSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

async function searchHistory(
  client: WebClient,
  delivery: Delivery,
  channel: string,
): Promise<SentMessageLookup> {
  let cursor = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = pageSchema.safeParse(await readPage(client, delivery, channel, cursor));
    if (!page.success) return { kind: 'not_readable', why: 'unreadable' };
    const { messages, response_metadata } = page.data;
    const found = messages.find(({ metadata }) => deliveryIdIn(metadata) === delivery.id);
    if (found !== undefined) return { kind: 'found', ts: found.ts };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return { kind: 'absent' };
  }
  return { kind: 'not_readable', why: 'too_many_messages' };
}

function readPage(client: WebClient, delivery: Delivery, channel: string, cursor: string): Promise<unknown> {
  const query = {
    channel,
    // It cannot be older than its first attempt.
    oldest: String((delivery.triedAt.getTime() - clockSkewMs) / 1000),
    limit: pageSize,
    include_all_metadata: true,
    ...(cursor === '' ? {} : { cursor }),
  };
  const threadTs = threadOf(delivery);
  return threadTs === null
    ? client.conversations.history(query)
    : client.conversations.replies({ ...query, ts: threadTs });
}

function lookupRefused(error: unknown): SentMessageLookup {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rate_limited', afterMs: Math.max(1, error.retryAfter) * 1000 };
  if (!(error instanceof WebAPIPlatformError)) throw error;
  const why = String(error.data.error);
  const refusal = classOfRefusal(why);
  const cause = 'cause' in refusal ? refusal.cause : null;
  // A failure inside Slack, or a token that is being replaced, says nothing about this conversation.
  if (refusal.kind === 'unclear' || cause === 'token') throw error;
  if (cause === 'too_fast') return { kind: 'rate_limited', afterMs: rateLimitDelayMs };
  // A thread that is not there has no message.
  if (why === 'thread_not_found') return { kind: 'absent' };
  // A page of a proxy instead of an answer: Slack refused nothing.
  if (!/^[a-z0-9_]+$/.test(why)) throw error;
  return { kind: 'not_readable', why };
}
