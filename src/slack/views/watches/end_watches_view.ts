import type { SetWatch } from '../../../core/watches/watch.ts';
import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { count, cut, typed } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note } from '../../messages/text_view.ts';
import { watchedWhere, watchValue } from '../../messages/watches/watch_words.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { input } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { watchKeyIn } from './watch_key.ts';
import { watchListView } from './watch_list_view.ts';
import type { ListedWatches } from './watch_states.ts';

/** In letters of four bytes 400 boxes take some 150 kB; Slack allows a view 250 kB. */
const mostBoxes = 400;

const blockFrom = (from: number): string => `watches_${from}`;

/** Which watches of a list shall end: boxes, whose text shows channels by name, as that of a select cannot. */
export function endWatchesView(watches: readonly SetWatch[], listed: ListedWatches): ModalView {
  if (watches.length === 0) return note('Watches', 'There is no watch here any more.');
  const offered = watches.slice(0, mostBoxes);
  const places = Array.from(
    { length: Math.ceil(offered.length / limits.choices) },
    (_, i) => i * limits.choices,
  );
  return modal(
    {
      callbackId: callbackIds.endWatches,
      title: 'End watches',
      submit: 'End them',
      state: { kind: 'end_watches', ...listed },
    },
    [
      ...places.map((from) => boxes(offered, from)),
      ...(watches.length > offered.length
        ? [section(`These are the first ${offered.length} of ${count(watches.length, 'watch', 'watches')}.`)]
        : []),
    ],
  );
}

function boxes(offered: readonly SetWatch[], from: number): KnownBlock {
  const some = offered.slice(from, from + limits.choices);
  const isAlone = some.length === offered.length;
  const label = isAlone ? 'Watches to end' : `Watches to end, ${from + 1} to ${from + some.length}`;
  return input(
    { block: blockFrom(from), label, optional: !isAlone },
    {
      type: 'checkboxes',
      action_id: blockFrom(from),
      options: some.map((watch, i) => boxOf(watch, from + i + 1)),
    },
  );
}

/** Numbered, as long names look the same when they are cut. */
function boxOf(watch: SetWatch, n: number) {
  const name = watch.appName === null ? 'Every Zoom app' : typed(watch.appName, 40) || 'unnamed';
  const text = cut(`${n}. ${name} ${watchedWhere(watch.channelId)}`, limits.option.text);
  return { text: { type: 'mrkdwn' as const, text }, value: watchValue(watch) };
}

/** Shows what is left of the list. */
export async function submitEndWatches(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { kind: _, ...listed } = stateOfKind(request.metadata, 'end_watches');
  const { workspaceId, userId: actor } = request.person;
  const watches = Object.values(request.typed).flatMap(({ options }) => options.map(watchKeyIn));
  if (watches.length === 0) {
    const errors = { [blockFrom(0)]: 'Tick at least one watch, or press Cancel.' };
    return request.answer({ kind: 'errors', errors });
  }
  const ending = { workspaceId, actor, here: listed.here ?? null, watches };
  const { changed, denied } = await context.usecases.endWatches(ending);
  const left =
    denied.length === 0
      ? ''
      : ` ${count(denied.length, 'watch', 'watches')} stayed: who set one, an owner of the app or an admin can end it.`;
  const done = `${count(changed.length, 'watch', 'watches')} ended.${left}`;
  await request.answer({ kind: 'show', view: await watchListView(context, request.person, listed, done) });
}
