import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SentMessageLookup } from '../../core/deliveries/resend_decision.ts';
import { classOfRefusal } from '../../core/deliveries/slack_error_codes.ts';
import { deliveryOf } from './delivery_metadata.ts';

/** Where a message would stand, if it does. */
export interface SentMessagePlace {
  readonly deliveryId: string;
  /** A user id stands for the direct messages of that person. */
  readonly channelId: string;
  readonly threadTs: string | null;
  /** It cannot be older. */
  readonly since: Date;
}

/** Messages a page: what apps outside the Marketplace get at most. */
const pageSize = 15;
const mostPages = 10;
/** Slack's word that it was too much, without one about when to come again. */
const limitedMs = 30_000;
/** Our clock may be ahead of Slack's. */
const clocksApartMs = 60_000;

/**
 * Looks whether a message of ours stands in Slack, by the mark it carries. Throws what a call throws when Slack is out
 * of reach; a refusal is an answer.
 */
export async function lookFor(client: WebClient, where: SentMessagePlace): Promise<SentMessageLookup> {
  try {
    const scopes = (await client.auth.test()).response_metadata?.scopes ?? [];
    const channel = await readableChannel(client, where.channelId, scopes);
    return channel === null
      ? { kind: 'unseen', why: 'missing_scope' }
      : await search(client, { ...where, channelId: channel });
  } catch (error) {
    return lookRefused(error);
  }
}

/** The conversation to look into; null where no scope allows it. Asking without a scope would only be refused. */
async function readableChannel(
  client: WebClient,
  channelId: string,
  scopes: readonly string[],
): Promise<string | null> {
  if (!/^[UW]/.test(channelId)) {
    // The id does not tell a private channel from a public one; with one scope of two Slack has the last word.
    const any = ['channels:history', 'groups:history', 'im:history'].some((scope) => scopes.includes(scope));
    return any ? channelId : null;
  }
  if (!scopes.includes('im:history') || !scopes.includes('im:write')) return null;
  return (await client.conversations.open({ users: channelId })).channel?.id ?? null;
}

const page = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: z.unknown().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

async function search(client: WebClient, where: SentMessagePlace): Promise<SentMessageLookup> {
  let cursor = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read = page.safeParse(await readPage(client, where, cursor));
    if (!read.success) return { kind: 'unseen', why: 'unreadable' };
    const { messages, response_metadata } = read.data;
    const found = messages.find(({ metadata }) => deliveryOf(metadata) === where.deliveryId);
    if (found !== undefined) return { kind: 'stands', ts: found.ts };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return { kind: 'absent' };
  }
  return { kind: 'unseen', why: 'too_much_was_said' };
}

function readPage(client: WebClient, where: SentMessagePlace, cursor: string): Promise<unknown> {
  const asked = {
    channel: where.channelId,
    oldest: String((where.since.getTime() - clocksApartMs) / 1000),
    limit: pageSize,
    include_all_metadata: true,
    ...(cursor === '' ? {} : { cursor }),
  };
  return where.threadTs === null
    ? client.conversations.history(asked)
    : client.conversations.replies({ ...asked, ts: where.threadTs });
}

function lookRefused(error: unknown): SentMessageLookup {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'limited', afterMs: Math.max(1, error.retryAfter) * 1000 };
  if (!(error instanceof WebAPIPlatformError)) throw error;
  const why = String(error.data.error);
  const found = classOfRefusal(why);
  // Slack's own mishap, or a token that is being replaced, says nothing about looking there.
  if (found.kind === 'unclear' || ('cause' in found && found.cause === 'token')) throw error;
  if ('cause' in found && found.cause === 'too_fast') return { kind: 'limited', afterMs: limitedMs };
  // Nothing stands in a thread that is not there.
  if (why === 'thread_not_found') return { kind: 'absent' };
  // A page of a proxy instead of an answer: nobody refused anything.
  if (!/^[a-z0-9_]+$/.test(why)) throw error;
  return { kind: 'unseen', why };
}
