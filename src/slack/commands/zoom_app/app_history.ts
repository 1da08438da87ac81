import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { AskedHistory } from '../../messages/history/asked_history.ts';
import { historyMessage } from '../../messages/history/history_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { appName } from '../command_words.ts';
import { appCalled, isCalledExactly } from './named_app.ts';
import { type HistoryWords, historyWords } from './typed_history.ts';

/** `/zoom-app history [app] [@person] [topic] [7d]` */
export async function history(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { workspaceId } = request.person;
  const typed = historyWords(rest, context.clock.now());
  const whole = await appOfWholeText(context, workspaceId, rest, typed);
  const app =
    whole === null && typed.name !== ''
      ? await theAppOrDeleted(context, request, typed.name)
      : (whole?.app ?? null);
  if (app === null && typed.name !== '') return;
  const { person, topic, since } = whole === null ? typed : {};
  const page = await context.usecases.readHistory({ workspaceId, appId: app?.id, person, topic, since });
  await request.reply(historyMessage(page, { app, person, topic, since }));
}

/** The app of this name, else one that was deleted, else one whose name begins so; null after an error text was sent. */
async function theAppOrDeleted(
  context: HandlerContext,
  request: CommandRequest,
  text: string,
): Promise<AskedHistory['app']> {
  const { workspaceId } = request.person;
  const found = await context.usecases.findZoomApp({ workspaceId, text });
  const app = found.kind === 'found' ? found.card.app : null;
  if (app !== null && isCalledExactly(app, text)) return app;
  const deleted = await context.usecases.findDeletedApp({ workspaceId, text });
  return deleted ?? app ?? (await appCalled(context, request, text))?.app ?? null;
}

/** An app may be called "Acme checks": what names an app is no filter. Null: there is none of that name, or nothing looks like a filter. */
async function appOfWholeText(
  { usecases }: HandlerContext,
  workspaceId: string,
  rest: string,
  { topic, since }: HistoryWords,
): Promise<ZoomAppCard | null> {
  const text = appName(rest);
  if (text === '' || (topic === undefined && since === undefined)) return null;
  const found = await usecases.findZoomApp({ workspaceId, text });
  return found.kind === 'found' ? found.card : null;
}
