import { RespondError, type RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SupportContact } from '../../core/support_contact.ts';
import type { AnyBlock } from '../blocks/block_types.ts';
import { nameContact, nameContactInText } from '../messages/support_contact.ts';
import { isTriggerGone, refusesContent, refusesReply } from '../web_api/slack_refusals.ts';
import type { BlockSupport } from './block_support.ts';

/** What a response address, or the acknowledgement of a command, takes. */
export interface ReplyMessage {
  readonly text: string;
  readonly blocks?: AnyBlock[];
  readonly response_type?: 'ephemeral';
  readonly replace_original?: boolean;
}

/** Sends a message to the person who did something. */
export type Reply = (message: ReplyMessage) => Promise<void>;

export interface ReplyWays {
  readonly respond: RespondFn;
  readonly client: WebClient;
  readonly userId: string;
  readonly support: BlockSupport;
  readonly supportContact: SupportContact | null;
}

type DirectWays = Pick<ReplyWays, 'client' | 'userId' | 'supportContact'>;

/**
 * Through the response URL of a payload. Refused blocks are replaced by fallback blocks, then by the text alone; a response URL
 * that works no more is replaced by a direct message. Outages reject.
 */
export function replyBy(ways: ReplyWays): Reply {
  return async (message) => {
    try {
      await ways.support.send(message, (shown) => post(ways.respond, shown));
    } catch (error) {
      if (!refusesReply(error)) throw error;
      const { blocks: _, ...words } = nameContact(message, ways.supportContact);
      await post(ways.respond, words).catch(() => writeTo(ways, message.text));
    }
  };
}

/** A direct message: the last way to reach a person. */
async function writeTo({ client, userId, supportContact }: DirectWays, text: string): Promise<void> {
  await client.chat.postMessage({ channel: userId, text: nameContactInText(text, supportContact) });
}

/** Sends a message with `show`; when Slack refuses that, or opens no modal any more, as a direct message. */
export function orWriteTo<Message extends { readonly text: string }>(
  ways: DirectWays,
  show: (message: Message) => Promise<unknown>,
): (message: Message) => Promise<unknown> {
  return (message) =>
    show(message).catch((error: unknown) => {
      if (!refusesContent(error) && !isTriggerGone(error)) throw error;
      return writeTo(ways, message.text);
    });
}

/** A response with status 200 may be a refusal, as with all of Slack's methods. */
async function post(respond: RespondFn, message: ReplyMessage): Promise<void> {
  const answer = await respond(message);
  const text = await answer.text();
  if (!/^\s*\{/.test(text) || !/"ok"\s*:\s*false/.test(text)) return;
  throw new RespondError('Slack refused a message sent to a response address', 400);
}
