import { isDirectMessage } from '../../../core/deliveries/delivery.ts';
import type { SetWatch } from '../../../core/watches/watch.ts';
import type { KnownBlock, ModalView, PlainTextOption } from '../../blocks/block_types.ts';
import { plain } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { count, plainLine } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note } from '../../messages/text_view.ts';
import { watchValue } from '../../messages/watches/watch_words.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { watchKeyIn } from './watch_key.ts';

const WATCHES = 'watches';
/** Of 500 the options take some 200 kB; Slack allows a view 250 kB. */
const mostOptions = 400;

/** Which of these watches shall end; `here`: the channel in which the person asks. */
export function endWatchesView(watches: readonly SetWatch[], here: string | null): ModalView {
  if (watches.length === 0) return note('Watches', 'There is no watch here any more.');
  const options = watches.slice(0, mostOptions).map((watch, i) => optionOf(watch, i + 1, here));
  return modal(
    {
      callbackId: callbackIds.endWatches,
      title: 'End watches',
      submit: 'End them',
      state: { kind: 'end_watches', ...(here === null ? {} : { here }) },
    },
    [
      field(options),
      ...(watches.length > options.length
        ? [section(`These are the first ${options.length} of ${count(watches.length, 'watch', 'watches')}.`)]
        : []),
    ],
  );
}

/** A select takes 100 options, or groups of 100. */
function field(options: readonly PlainTextOption[]): KnownBlock {
  const groups = Array.from({ length: Math.ceil(options.length / limits.select) }, (_, i) => ({
    label: plain(`From ${i * limits.select + 1}`, limits.option.text),
    options: options.slice(i * limits.select, (i + 1) * limits.select),
  }));
  return input(
    { block: WATCHES, label: 'Watches to end' },
    {
      type: 'multi_static_select',
      action_id: WATCHES,
      placeholder: plain('Choose watches', limits.placeholder),
      ...(groups.length > 1 ? { option_groups: groups } : { options: [...options] }),
    },
  );
}

/** Numbered, as long names look the same when they are cut. Plain text cannot show the name of a channel. */
function optionOf(watch: SetWatch, n: number, here: string | null): PlainTextOption {
  const { appName, channelId } = watch;
  const name = appName === null ? 'Every Zoom app' : plainLine(appName, 40) || 'unnamed';
  const place = channelId === here ? 'this channel' : channelId;
  const where = isDirectMessage(channelId) ? 'direct messages' : place;
  return option(`${n}. ${name}: ${where}`, watchValue(watch));
}

export async function submitEndWatches(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { here = null } = stateOfKind(request.metadata, 'end_watches');
  const { workspaceId, userId: actor } = request.person;
  const watches = typedIn(request.typed, WATCHES).options.map(watchKeyIn);
  const { changed, denied } = await context.usecases.endWatches({ workspaceId, actor, here, watches });
  const left =
    denied.length === 0
      ? ''
      : ` ${count(denied.length, 'watch', 'watches')} stayed: who set one, an owner of the app or an admin can end it.`;
  const words = `${count(changed.length, 'watch', 'watches')} ended.${left}`;
  await request.answer({ kind: 'show', view: note('Watches', words) });
}
