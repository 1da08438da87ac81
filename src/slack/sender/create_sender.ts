import type { WebClient } from '@slack/web-api';
import pLimit from 'p-limit';
import type { Clock } from '../../core/clock.ts';
import type { Delivery } from '../../core/deliveries/delivery.ts';
import type { CallFailure } from '../../core/deliveries/send_failure.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { CardContent } from '../../usecases/apps/read_card_content.ts';
import type { Sender } from '../../usecases/deliveries/delivery_context.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { deletedCard } from '../messages/archive/archived_card.ts';
import { movedCard, unwatchedCard } from '../messages/card/moved_card.ts';
import { questionMessage } from '../messages/card/question_message.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { eventMessage } from '../messages/events/event_message.ts';
import { nameContact } from '../messages/support_contact.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import { callFailureFrom } from './call_failure.ts';
import { findSentMessage } from './find_sent_message.ts';
import { sendMessage } from './send_message.ts';

/** Cards drawn at the same time: each takes a few queries, and people's requests come first. */
const drawnAtOnce = 3;

export interface SenderOptions {
  /** Retries nothing by itself. */
  readonly client: WebClient;
  readonly clock: Clock;
  readonly readCardContent: (delivery: Delivery) => Promise<CardContent | null>;
  readonly supportContact?: SupportContact | null;
  /** Fallback blocks where Slack refuses newer ones. Absent: every message is sent as it is. */
  readonly blockSupport?: Pick<BlockSupport, 'send'>;
}

/** Slack's side of usecases/deliveries: every call is made once, and its failure is a value. */
export function createSender(options: SenderOptions): Sender {
  const { client, clock, readCardContent, supportContact = null, blockSupport } = options;
  const limit = pLimit(drawnAtOnce);
  const drawCard = async (delivery: Delivery): Promise<MessageView | null> => {
    const content = await readCardContent(delivery);
    return content === null ? null : cardView(content, clock.now());
  };
  return {
    async draw(delivery) {
      const drawn =
        delivery.message === null ? await limit(() => drawCard(delivery)) : eventMessage(delivery.message);
      if (drawn === null) return null;
      const view = nameContact(drawn, supportContact);
      return {
        send: ({ maybeTwice }) =>
          attempt(() => {
            const send = (shown: MessageView) => sendMessage(client, delivery, shown, maybeTwice);
            return blockSupport === undefined ? send(view) : blockSupport.send(view, send);
          }),
      };
    },
    find: (delivery) => attempt(() => findSentMessage(client, delivery)),
  };
}

function cardView(content: CardContent, now: Date): MessageView {
  switch (content.kind) {
    case 'status':
      return statusCard(content.card, now, 'channel');
    case 'deleted':
      return deletedCard(content.deletion);
    case 'moved':
      return movedCard(content.app, now);
    case 'unwatched':
      return unwatchedCard(content.app, now);
    case 'question':
      return questionMessage(content.question, now);
  }
}

async function attempt<T>(call: () => Promise<T>): Promise<Result<T, CallFailure>> {
  try {
    return Ok(await call());
  } catch (error) {
    return Err(callFailureFrom(error));
  }
}
