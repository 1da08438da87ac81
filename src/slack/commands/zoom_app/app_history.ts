import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { historyMessage } from '../../messages/lists/history_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { appName } from '../command_words.ts';
import { type HistoryWords, historyWords } from './typed_history.ts';

/** `/zoom-app history [app] [@person] [topic] [7d]` */
export async function history(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { workspaceId } = request.person;
  const typed = historyWords(rest, context.clock.now());
  const found = await appOf(context, workspaceId, rest, typed);
  if (found.kind === 'several') return request.reply(errorTexts.several(found.text, found.names));
  if (found.kind === 'none')
    return request.reply(errorTexts.notFound(found.text, found.suggestions, found.any));
  const { person, topic, since } = found.isWhole ? {} : typed;
  const filter = { app: found.app, person, topic, since };
  const page = await context.usecases.readHistory({
    workspaceId,
    appId: found.app?.id,
    person,
    topic,
    since,
  });
  await request.reply(historyMessage(page, filter));
}

type Found =
  /** `isWhole`: all that was typed is the app's name, even what would be a filter. */
  | { readonly kind: 'app'; readonly app: { id: string; name: string } | null; readonly isWhole: boolean }
  | { readonly kind: 'several'; readonly text: string; readonly names: readonly string[] }
  | {
      readonly kind: 'none';
      readonly text: string;
      readonly suggestions: readonly string[];
      readonly any: boolean;
    };

/** An app may be called "Acme checks": what names an app is no filter. */
async function appOf(
  { usecases }: HandlerContext,
  workspaceId: string,
  rest: string,
  { name, topic, since }: HistoryWords,
): Promise<Found> {
  const whole = appName(rest);
  if (whole !== '' && (topic !== undefined || since !== undefined)) {
    const found = await usecases.findZoomApp({ workspaceId, text: whole });
    if (found.kind === 'found') return { kind: 'app', app: found.card.app, isWhole: true };
  }
  if (name === '') return { kind: 'app', app: null, isWhole: false };
  const found = await usecases.findZoomApp({ workspaceId, text: name });
  if (found.kind === 'found') return { kind: 'app', app: found.card.app, isWhole: false };
  if (found.kind === 'several') return { kind: 'several', text: name, names: found.names };
  return { kind: 'none', text: name, suggestions: found.suggestions, any: found.any };
}
