import { memoizeByObject } from '../../concurrency/memoize.ts';
import { own } from '../../core/own_property.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { type CommandPayload, parseCommand } from '../requests/command_payload.ts';
import type { CommandRequest, Person } from '../requests/requests.ts';
import { type CommandAnswer, commandAnswer } from '../responses/command_response.ts';
import { replyBy } from '../responses/reply.ts';
import { type ViewRequests, viewRequests } from '../responses/view_requests.ts';
import { type ArgumentsOf, type DispatchParts, personOf } from './dispatch_parts.ts';

export async function answerCommand(
  args: ArgumentsOf<'command'>,
  { handlers, support, replyOnError, supportContact }: DispatchParts,
  elapsedMs: number,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  const payload = parseCommand(body);
  const handler = own(handlers.commands, payload.command);
  if (handler === undefined) {
    // A command of the app's settings in Slack that this version does not have.
    await ack({
      response_type: 'ephemeral',
      text: `Greenroom has no command ${payload.command}. Try \`/zoom-app help\`.`,
    });
    return;
  }
  const { userId } = payload;
  const answer = commandAnswer(
    ack,
    replyBy({ respond, client, userId, support, supportContact }),
    support,
    elapsedMs,
  );
  const request = commandRequest(personOf(context, userId), payload, viewRequests(client, support), answer);
  replyOnError(context, request.reply);
  // Before its first `await` the handler may respond, or hold the acknowledgement for its response.
  await Promise.all([handler(request), answer.acknowledgeUnlessHeld()]);
  await answer.acknowledge();
}

export function commandRequest(
  person: Person,
  payload: CommandPayload,
  views: ViewRequests,
  answer: CommandAnswer,
): CommandRequest {
  return {
    person,
    command: payload.command,
    text: payload.text,
    channel: payload.channel,
    hold: () => answer.hold(),
    reply: (message) => answer.send(toPerson(message)),
    async open(draw) {
      // If it were acknowledged first, a burst of later commands would be read and acknowledged before this modal opens.
      answer.hold();
      const view = await draw();
      await answer.acknowledge();
      await views.open(payload.triggerId, view);
    },
  };
}

const toPerson = memoizeByObject((message: MessageView) => ({
  response_type: 'ephemeral' as const,
  ...shown(message),
}));

/** Slack refuses an empty list of blocks as a message without content. */
export function shown(message: MessageView): { text: string; blocks?: MessageView['blocks'] } {
  return message.blocks.length === 0 ? { text: message.text } : message;
}
