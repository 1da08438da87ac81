import { isUuid } from '../../../core/id.ts';
import { isWatchLevel } from '../../../core/watches/watch_level.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { noteOf } from '../../messages/text_view.ts';
import { watchListMessage } from '../../messages/watches/watch_list.ts';
import {
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
import { channelIdIn } from '../action_values.ts';
import { inPlace } from '../pages/page_actions.ts';
import { hereOf, watchPageIn } from './watch_values.ts';

/** A page of the list, in place of the one before; from App Home as a modal. */
export async function turnWatches(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const { appId, from } = watchPageIn(request.value);
  const card = appId === undefined ? null : await context.usecases.readCard({ workspaceId, appId });
  if (appId !== undefined && card === null) return request.reply(errorTexts.gone());
  const list = await context.usecases.readSetWatches({
    workspaceId,
    actor,
    channelId: hereOf(request),
    appId,
  });
  await answered(request, watchListMessage(list, { app: card?.app, from }, actor));
}

/** The menu of a watch: another level, or its end. */
export async function changeWatchAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const key = watchKeyIn(request.value);
  const word = request.value.split(' ').at(-1);
  const input = { workspaceId, actor, here: hereOf(request), watches: [key] };
  const level = isWatchLevel(word) ? word : null;
  const done =
    level === null
      ? await context.usecases.endWatches(input)
      : await context.usecases.setWatchLevel({ ...input, level });
  const [watch] = done.changed;
  if (done.denied.length > 0) return request.reply(watchDenied());
  if (watch === undefined) return request.reply(errorTexts.gone());
  await request.reply(
    level === null ? watchEnded(watch, actor) : watchSet({ ...watch, level }, watch.level, actor),
  );
}

/** "End several": of this list. */
export async function openEndWatches(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const appId = request.value === 'around' ? undefined : request.value;
  if (appId !== undefined && !isUuid(appId)) throw new Gone('a button without its list');
  const here = hereOf(request);
  const list = await context.usecases.readSetWatches({ workspaceId, actor, channelId: here, appId });
  await request.open(endWatchesView(list.watches, here));
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

async function answered(request: ActionRequest, message: MessageView): Promise<void> {
  switch (request.place.kind) {
    case 'home':
      return request.open(noteOf(message, 'Watches'));
    case 'modal':
      return request.update(noteOf(message, 'Watches'));
    case 'message':
      return inPlace(request, message);
  }
}
