import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { AskedHistory } from '../../messages/history/asked_history.ts';
import { historyMessage } from '../../messages/history/history_message.ts';
import { historySent } from '../../messages/history/history_sent.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { sendFile } from '../../responses/send_file.ts';
import { historyPageIn } from '../action_values.ts';
import { inPlace } from './page_actions.ts';

/** "Older": in place of the page before. */
export async function turnHistory(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId } = request.person;
  const asked = historyPageIn(request.value);
  const [page, app] = await Promise.all([
    context.usecases.readHistory({ ...asked, workspaceId }),
    appOf(context, workspaceId, asked.appId),
  ]);
  if (app === undefined) return request.reply(errorTexts.gone());
  await inPlace(request, historyMessage(page, { ...asked, app }));
}

/** "Send me a CSV file", and under it the next one. */
export async function sendHistory(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId } = request.person;
  const filter = historyPageIn(request.value);
  const app = await appOf(context, workspaceId, filter.appId);
  if (app === undefined) return request.reply(errorTexts.gone());
  const page = await context.usecases.exportHistory({ ...filter, workspaceId });
  if (page.events.length === 0) return request.reply(errorTexts.gone());
  const asked = { ...filter, app };
  const file = historySent.file(asked, page);
  await request.reply(historySent.answer(await sendFile(context, request.person, file), asked, page));
}

/** Null: the whole workspace; undefined: an app that is gone, with its history. */
async function appOf(
  { usecases }: HandlerContext,
  workspaceId: string,
  appId: string | undefined,
): Promise<AskedHistory['app'] | undefined> {
  if (appId === undefined) return null;
  const card = await usecases.readCard({ workspaceId, appId });
  return card?.app ?? (await usecases.findDeletedApp({ workspaceId, text: appId })) ?? undefined;
}
