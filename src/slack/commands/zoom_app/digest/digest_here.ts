import type { HandlerContext } from '../../../handler_context.ts';
import { digestHelp, digestRefused, digestState } from '../../../messages/turns/digest_answers.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { split } from '../../command_words.ts';

/** `/zoom-app digest [on|off]`, of the channel in which it is typed. */
export async function digest(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { workspaceId, userId: actor } = request.person;
  const channelId = request.channel.id;
  if (!request.channel.isChannel) return request.reply(digestRefused('no_channel'));
  const { first, rest: beyond } = split(rest);
  if (first === '') {
    const on = await context.usecases.readDigest({ workspaceId, channelId });
    return request.reply(digestState(on));
  }
  if ((first !== 'on' && first !== 'off') || beyond !== '') return request.reply(digestHelp());
  const input = { workspaceId, actor, channelId, on: first === 'on' };
  const result = await context.usecases.setDigest(input);
  // Somebody is there who wants to be notified: what is paused is tried again.
  if (!result.ok && result.error === 'paused')
    await context.usecases.resumeChannel({ workspaceId, channelId, actor });
  await request.reply(result.ok ? digestState(input.on, result.value) : digestRefused(result.error));
}
