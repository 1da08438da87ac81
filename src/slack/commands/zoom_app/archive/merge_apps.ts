import { activitiesOfMerge } from '../../../../usecases/archive/merge_apps.ts';
import { deniedIn } from '../../../error_message.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import { archiveTexts } from '../../../messages/archive/archive_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { mergeView } from '../../../views/archive/merge_view.ts';
import { appName } from '../../command_words.ts';
import { myApp, theApp } from '../named_app.ts';

/** Most ways in which a line is read; the last ones count. */
const MOST_WAYS = 5;

interface TwoNames {
  readonly duplicate: string;
  readonly other: string;
}

/** `/zoom-app merge <duplicate> into <app>`: a modal says what comes over, and asks. */
export async function merge(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const names = await namesIn(context, request, rest);
  if (names === null) return request.reply(archiveTexts.mergeUsage());
  const from = await myApp(context, request, names.duplicate, 'merge', 'archive');
  if (from === null) return;
  const into = await theApp(context, request, names.other, 'merge');
  if (into === null) return;
  if (into.app.id === from.app.id) return request.reply(archiveTexts.sameApp());
  if (into.app.managementType !== from.app.managementType) return request.reply(archiveTexts.otherType());
  for (const { app } of [from, into])
    for (const activity of activitiesOfMerge) {
      const denied = await deniedIn(context, request.person, app, activity);
      if (denied !== null) return request.reply(denied);
    }
  await request.open(() => mergeView(from, into));
}

/** Names may hold the word "into": the last way to read the line counts in which both are apps, else the last one. */
async function namesIn(
  { usecases }: HandlerContext,
  { person: { workspaceId } }: CommandRequest,
  rest: string,
): Promise<TwoNames | null> {
  const ways = waysToRead(rest);
  const [last, before] = ways;
  if (before === undefined) return last ?? null;
  const isApp = async (text: string): Promise<boolean> =>
    (await usecases.findZoomApp({ workspaceId, text: appName(text) })).kind === 'found';
  const areApps = await Promise.all(
    ways.map(async ({ duplicate, other }) => (await isApp(duplicate)) && (await isApp(other))),
  );
  return ways.find((_, i) => areApps[i]) ?? last ?? null;
}

/** The last one first. */
function waysToRead(rest: string): readonly TwoNames[] {
  return [...rest.matchAll(/\sinto(?=\s)/gi)]
    .map(({ 0: word, index }) => ({
      duplicate: rest.slice(0, index).trim(),
      other: rest.slice(index + word.length).trim(),
    }))
    .filter(({ duplicate, other }) => duplicate !== '' && other !== '')
    .slice(-MOST_WAYS)
    .reverse();
}
