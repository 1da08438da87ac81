import type { HandlerContext } from '../handler_context.ts';
import { hasRoom, withIntroductionBelow } from '../messages/introduction/introduction.ts';
import type { CommandRequest } from '../requests/requests.ts';
import { introduced } from '../responses/introduced.ts';

/** Places remembered at once; beyond it the database is asked again. */
const mostRemembered = 10_000;

/**
 * The first answer to a command in a channel says below what Greenroom is. `met`: channels of which this process knows that it was
 * said there.
 */
export function introduceInAnswer(
  context: HandlerContext,
  met: Set<string>,
): (request: CommandRequest) => CommandRequest {
  return (request) => {
    const { person, channel } = request;
    const key = `${person.workspaceId} ${channel.id}`;
    if (!channel.isChannel || met.has(key)) return request;
    return {
      ...request,
      async reply(answer) {
        if (met.has(key) || !hasRoom(answer)) return request.reply(answer);
        const introduction = await introduced(context, person.workspaceId, channel.id);
        if (introduction !== undefined) {
          if (met.size >= mostRemembered) met.clear();
          met.add(key);
        }
        await request.reply(introduction == null ? answer : withIntroductionBelow(answer, introduction));
      },
    };
  };
}
