import { memoizeByObject } from '../../concurrency/memoize.ts';
import type { MessageView } from '../blocks/block_types.ts';
import type { CommandPayload } from '../requests/command_payload.ts';
import type { CommandRequest, Person } from '../requests/requests.ts';
import type { CommandAnswer } from '../responses/command_response.ts';
import type { ViewRequests } from '../responses/view_requests.ts';

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
