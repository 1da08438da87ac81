import type { HandlerContext } from '../../../handler_context.ts';
import { watchListMessage } from '../../../messages/watches/watch_list.ts';
import {
  levelAlone,
  notWatched,
  watchDenied,
  watchEnded,
  watchRefused,
  watchSet,
} from '../../../messages/watches/watch_message.ts';
import { watchedName } from '../../../messages/watches/watch_words.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { appName } from '../../command_words.ts';
import { appCalled } from '../named_app.ts';
import { typedWatch } from './typed_watch.ts';
import { watchTarget } from './watch_target.ts';

/** `/zoom-app watch [app|all] [level] [me]`: in this channel; in a direct message, or with `me`, as direct messages. */
export async function watch(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  const words = typedWatch(rest);
  if (words.name === '' && words.level !== null) return request.reply(levelAlone(words.level));
  if (words.name === '') return watches(context, request, '');
  const target = await watchTarget(context, request, rest);
  if (target === null) return;
  const { workspaceId, userId: actor } = request.person;
  const { channelId, appId, typed } = target;
  const level = typed.level ?? 'all';
  const set = await context.usecases.setWatch({ workspaceId, actor, channelId, appId, level });
  if (!set.ok) return request.reply(watchRefused(set.error, watchedName(target)));
  await request.reply(watchSet({ ...target, level }, set.value.before, actor));
  // Somebody is there who wants to be notified: what is paused is tried again.
  await context.usecases.resumeChannel({ workspaceId, channelId, actor });
}

/** `/zoom-app unwatch [app|all] [me]` */
export async function unwatch(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  if (appName(rest) === '') return watches(context, request, '');
  const target = await watchTarget(context, request, rest);
  if (target === null) return;
  const { workspaceId, userId: actor } = request.person;
  const { channelId } = target;
  const input = { workspaceId, actor, here: channelId, watches: [target] };
  const { changed, denied } = await context.usecases.endWatches(input);
  if (denied.length > 0) return request.reply(watchDenied());
  if (changed.length > 0) return request.reply(watchEnded(target, actor));
  const own =
    target.appId === null ? null : await context.usecases.readCard({ workspaceId, appId: target.appId });
  const isOwn = own !== null && own.app.channelId === channelId;
  await request.reply(isOwn ? watchRefused('own_channel', watchedName(target)) : notWatched(target, actor));
}

/** `/zoom-app watches [app]` */
export async function watches(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { workspaceId, userId: actor } = request.person;
  const channelId = request.channel.isChannel ? request.channel.id : null;
  const text = appName(rest);
  const card = text === '' || text.toLowerCase() === 'all' ? null : await appCalled(context, request, text);
  if (card === null && text !== '' && text.toLowerCase() !== 'all') return;
  const list = await context.usecases.readSetWatches({ workspaceId, actor, channelId, appId: card?.app.id });
  await request.reply(watchListMessage(list, { app: card?.app, from: 0 }, actor));
}
