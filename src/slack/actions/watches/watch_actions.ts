import { isUuid } from '../../../core/id.ts';
import { isWatchLevel } from '../../../core/watches/watch_level.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import {
  endedWords,
  setWords,
  watchDenied,
  watchEnded,
  watchesEnded,
  watchesSentToMe,
  watchRefused,
  watchSet,
} from '../../messages/watches/watch_message.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { endWatchesView } from '../../views/watches/end_watches_view.ts';
import { watchKeyIn } from '../../views/watches/watch_key.ts';
import { watchList, watchListView } from '../../views/watches/watch_list_view.ts';
import { channelIdIn } from '../action_values.ts';
import { inPlace } from '../pages/page_actions.ts';
import { hereOf, listShownIn, watchPageIn } from './watch_values.ts';

/** A page of the list, in place of the one before; from App Home as a modal. */
export async function turnWatches(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { person, place } = request;
  const listed = { ...watchPageIn(request.value), here: hereOf(place) };
  if (place.kind === 'message') return inPlace(request, await watchList(context, person, listed));
  const view = await watchListView(context, person, listed);
  await (place.kind === 'home' ? request.open(view) : request.update(view));
}

/** The menu of a watch: another level, or its end. A modal shows its list again. */
export async function changeWatchAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { person, place } = request;
  const { workspaceId, userId: actor } = person;
  const word = request.value.split(' ').at(-1);
  const input = { workspaceId, actor, here: hereOf(place) ?? null, watches: [watchKeyIn(request.value)] };
  const level = isWatchLevel(word) ? word : null;
  const done =
    level === null
      ? await context.usecases.endWatches(input)
      : await context.usecases.setWatchLevel({ ...input, level });
  const [watch] = done.changed;
  if (done.denied.length > 0) return request.reply(watchDenied());
  if (watch === undefined) return request.reply(errorTexts.gone());
  const changed = level === null ? null : { ...watch, level };
  const listed = listShownIn(place);
  if (listed === null)
    return request.reply(changed === null ? watchEnded(watch, actor) : watchSet(changed, watch.level, actor));
  const words = changed === null ? endedWords(watch, actor) : setWords(changed, watch.level, actor);
  await request.update(await watchListView(context, person, listed, words));
}

/** "End several": of this list. In a modal the form takes its place, and the list the place of the form. */
export async function openEndWatches(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { place, value } = request;
  const { workspaceId, userId: actor } = request.person;
  const appId = value === 'around' ? undefined : value;
  if (appId !== undefined && !isUuid(appId)) throw new Gone('a button without its list');
  const listed = listShownIn(place) ?? { here: hereOf(place), appId, from: 0 };
  const channelId = listed.here ?? null;
  const list = await context.usecases.readSetWatches({ workspaceId, actor, channelId, appId });
  const view = endWatchesView(list.watches, listed);
  await (place.kind === 'modal' ? request.update(view) : request.open(view));
}

/** "Send them to me instead", where Greenroom cannot post. */
export async function sendWatchesToMeAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const channelId = channelIdIn(request.value);
  const moved = await context.usecases.sendWatchesToMe({ workspaceId, actor, channelId });
  if (!moved.ok) return request.reply(watchRefused(moved.error, ''));
  await request.reply(moved.value === 0 ? errorTexts.gone() : watchesSentToMe(moved.value, channelId));
}

/** "End my watches there", where Greenroom cannot post. */
export async function endMyWatchesAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const channelId = channelIdIn(request.value);
  const ended = await context.usecases.endMyWatches({ workspaceId, actor, channelId });
  await request.reply(ended === 0 ? errorTexts.gone() : watchesEnded(ended));
}
