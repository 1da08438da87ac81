import { messageView } from '../../blocks/fit.ts';
import { section } from '../../blocks/layout.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { noDirectMessage } from '../../messages/file_sent.ts';
import { reportFiles } from '../../messages/report/report_files.ts';
import { reportMessage } from '../../messages/report/report_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { sendFile } from '../../responses/send_file.ts';
import { theApp } from './named_app.ts';

/** `/zoom-app report <app>`: here in short, and whole by direct message. Whoever may see the card may have it. */
export async function report(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  const card = await theApp(context, request, rest, 'report');
  if (card === null) return;
  const { workspaceId, userId: actor } = request.person;
  const found = await context.usecases.readReport({ workspaceId, actor, appId: card.app.id });
  if (found === null) return await request.reply(errorTexts.gone());
  const now = context.clock.now();
  await request.reply(reportMessage(found, now));
  const { markdown, csv } = reportFiles(found, now);
  const sent = await sendFile(context, request.person, markdown);
  if (sent.kind === 'refused') {
    const words = noDirectMessage(sent.error, 'the whole report');
    await request.reply(messageView(words, [section(words)]));
  }
  // As text it would be the same facts a second time, harder to read.
  if (sent.kind === 'file') await sendFile(context, request.person, csv);
}
