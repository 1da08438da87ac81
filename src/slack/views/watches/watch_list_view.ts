import type { MessageView, ModalView } from '../../blocks/block_types.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noteOf } from '../../messages/text_view.ts';
import { watchListMessage } from '../../messages/watches/watch_list.ts';
import type { Person } from '../../requests/requests.ts';
import { Gone } from '../../stale_input.ts';
import { metadataOf } from '../view_metadata.ts';
import type { ListedWatches } from './watch_states.ts';

/** A page of a list of watches as it is now; `done`: what has just become of some of them. */
export async function watchList(
  { usecases }: HandlerContext,
  { workspaceId, userId: actor }: Person,
  { here, appId, from }: ListedWatches,
  done: string | null = null,
): Promise<MessageView> {
  const card = appId === undefined ? null : await usecases.readCard({ workspaceId, appId });
  if (appId !== undefined && card === null) throw new Gone('a list of watches without its app');
  const list = await usecases.readSetWatches({ workspaceId, actor, channelId: here ?? null, appId });
  return watchListMessage(list, { app: card?.app, from, done }, actor);
}

/** The same as a modal, which remembers where it is. */
export async function watchListView(
  context: HandlerContext,
  person: Person,
  listed: ListedWatches,
  done: string | null = null,
): Promise<ModalView> {
  const message = await watchList(context, person, listed, done);
  return { ...noteOf(message, 'Watches'), private_metadata: metadataOf({ kind: 'watch_list', ...listed }) };
}
